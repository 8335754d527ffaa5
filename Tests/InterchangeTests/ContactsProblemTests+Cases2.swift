extension ContactsProblemTests {
  static let cases2 = [
    ProblemCase(
      "quote that nothing closes",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:00",
        to: """
          "chat,2026-02-02T08:00
          """
      ),
      gives: [
        """
        center/contacts.csv:4: a quote opens a field and none closes it before the end of the \
        file.
        Close the field with a quote; write a quote inside a field as two. The lines after \
        this one were not read.
        """
      ]
    ),
    ProblemCase(
      "text after a quote",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:00",
        to: """
          "chat"s,2026-02-02T08:00
          """
      ),
      gives: [
        """
        center/contacts.csv:4: text follows the closing quote of a field.
        End the field after the quote; write a quote inside a field as two.
        """
      ]
    ),
    ProblemCase(
      "quote inside a field",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:00",
        to: """
          ch"at,2026-02-02T08:00
          """
      ),
      gives: [
        """
        center/contacts.csv:4: a quote stands inside a field that does not begin with one.
        Put quotes around the whole field and write a quote inside it as two.
        """
      ]
    ),
    ProblemCase(
      "header only",
      in: "contacts.csv",
      .replacing(
        """
        queue,interval_start,arrivals

        """
      ),
      gives: [
        """
        center/contacts.csv: the file has no row for queue 'phone'.
        Add its past intervals, or take the queue out of scenario.yaml.
        """,
        """
        center/contacts.csv: the file has no row for queue 'chat'.
        Add its past intervals, or take the queue out of scenario.yaml.
        """,
      ]
    ),
    ProblemCase(
      "queue without rows",
      in: "contacts.csv",
      .changing(
        """
        chat,2026-02-02T08:00,11,,,,
        chat,2026-02-02T08:30,12,,,,

        """,
        to: ""
      ),
      gives: [
        """
        center/contacts.csv: the file has no row for queue 'chat'.
        Add its past intervals, or take the queue out of scenario.yaml.
        """
      ]
    ),
    ProblemCase(
      "duplicate interval",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2026-02-02T08:00"
      ),
      gives: [
        """
        center/contacts.csv:5: queue 'chat' has a second row for 2026-02-02T08:00 (the first \
        is in line 4).
        Delete one of them, or add their counts up in one row.
        """
      ]
    ),
    ProblemCase(
      "start off the grid",
      in: "contacts.csv",
      .replacing(
        """
        queue,interval_start,arrivals
        phone,2026-02-02T08:10,5
        phone,2026-02-02T08:40,5
        chat,2026-02-02T08:00,5
        chat,2026-02-02T08:30,5

        """
      ),
      gives: [
        """
        center/contacts.csv:2: interval_start is 2026-02-02T08:10, not on the 30-minute grid \
        of queue 'phone'.
        Write a start at a multiple of 30 minutes after the full hour.
        """,
        """
        center/contacts.csv:3: interval_start is 2026-02-02T08:40, not on the 30-minute grid \
        of queue 'phone'.
        Write a start at a multiple of 30 minutes after the full hour.
        """,
      ]
    ),
    ProblemCase(
      "interval length that does not exist",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2026-02-02T08:20"
      ),
      gives: [
        """
        center/contacts.csv:5: two rows of queue 'chat' lie 20 minutes apart, so that is \
        taken as its interval length.
        Use intervals of 5, 10, 15, 30 or 60 minutes.
        """
      ]
    ),
    ProblemCase(
      "one row only",
      in: "contacts.csv",
      .changing(
        """
        chat,2026-02-02T08:30,12,,,,

        """,
        to: ""
      ),
      gives: [
        """
        center/contacts.csv:4: warning: queue 'chat' has only one row, so its interval length \
        cannot be told.
        It is taken as interval_minutes. Add more rows.
        """
      ]
    ),
    ProblemCase(
      "time that does not exist",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2025-03-30T01:30"
      ),
      gives: [
        """
        center/contacts.csv:5: interval_start is 2025-03-30T01:30, a time that does not exist \
        in Europe/London: the clock goes forward from 01:00 to 02:00.
        Write a time before or after the gap.
        """
      ]
    ),
    ProblemCase(
      "start on a date that does not exist",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2026-02-30T08:30"
      ),
      gives: [
        """
        center/contacts.csv:5: interval_start is '2026-02-30T08:30'.
        The calendar has no such day: the month has 28. Write a date as YYYY-MM-DD.
        """
      ]
    ),
    ProblemCase(
      "start in another form",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2/2/2026 8:30"
      ),
      gives: [
        """
        center/contacts.csv:5: interval_start is '2/2/2026 8:30'.
        Write a time as YYYY-MM-DDTHH:MM, with or without an offset such as +01:00.
        """
      ]
    ),
    ProblemCase(
      "offset of another zone",
      in: "contacts.csv",
      .changing(
        "chat,2026-02-02T08:30",
        to: "chat,2026-02-02T08:30+02:00"
      ),
      gives: [
        """
        center/contacts.csv:5: interval_start is 2026-02-02T08:30+02:00, but that is not the \
        offset of Europe/London then.
        Write 2026-02-02T08:30+00:00, or leave the offset out.
        """
      ]
    ),
    ProblemCase(
      "mixed interval lengths",
      in: "contacts.csv",
      .replacing(mixedLengths),
      gives: [
        """
        center/contacts.csv:2: the rows of queue 'phone' on 2026-02-02 are 30 minutes apart \
        but others are 15.
        Use one interval length for a queue: split these rows, or add up the others.
        """,
        """
        center/contacts.csv:10: the rows of queue 'phone' on 2026-02-03 are 30 minutes apart \
        but others are 15.
        Use one interval length for a queue: split these rows, or add up the others.
        """,
      ]
    ),
  ]
}
