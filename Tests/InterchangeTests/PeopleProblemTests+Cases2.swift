extension PeopleProblemTests {
  static let cases2 = [
    ProblemCase(
      "half a window",
      in: "availability.csv",
      .changing(
        "07:00,19:00",
        to: "07:00,"
      ),
      gives: [
        """
        center/availability.csv:3: from is '07:00' and to is ''.
        Write both as HH:MM, or leave both empty for not available.
        """
      ]
    ),
    ProblemCase(
      "time of day that does not exist",
      in: "availability.csv",
      .changing(
        "07:00,19:00",
        to: "07:00,25:00"
      ),
      gives: [
        """
        center/availability.csv:3: to is '25:00'.
        Write a time of day as HH:MM, 00:00 to 24:00.
        """
      ]
    ),
    ProblemCase(
      "window that starts at the end of the day",
      in: "availability.csv",
      .changing(
        "07:00,19:00",
        to: "24:00,06:00"
      ),
      gives: [
        """
        center/availability.csv:3: from is 24:00.
        Write 00:00 of the next day.
        """
      ]
    ),
    ProblemCase(
      "overlapping absences",
      in: "absences.csv",
      .changing(
        "E02,2026-03-04T09:00",
        to: "E01,2026-03-03T09:00"
      ),
      gives: [
        """
        center/absences.csv:3: the absence of employee 'E01' from 2026-03-03T09:00 to \
        2026-03-04T11:00 overlaps the one in line 2 (2026-03-02T00:00 to 2026-03-04T00:00).
        Shorten one of them, or make them one row.
        """
      ]
    ),
    ProblemCase(
      "absence that ends before it begins",
      in: "absences.csv",
      .changing(
        "2026-03-02,2026-03-03",
        to: "2026-03-03,2026-03-02"
      ),
      gives: [
        """
        center/absences.csv:2: until is 2026-03-02 but from is 2026-03-03.
        Write an until after the from; a date counts to its end.
        """
      ]
    ),
    ProblemCase(
      "absence at a time that does not exist",
      in: "absences.csv",
      .changing(
        "2026-03-04T09:00,2026-03-04T11:00",
        to: "2026-03-29T01:30,2026-03-29T11:00"
      ),
      gives: [
        """
        center/absences.csv:3: from is 2026-03-29T01:30, a time that does not exist in \
        Europe/London: the clock goes forward from 01:00 to 02:00.
        Write a time before or after the gap.
        """
      ]
    ),
    ProblemCase(
      "absence without a kind",
      in: "absences.csv",
      .changing(
        "03,leave",
        to: "03,"
      ),
      gives: [
        """
        center/absences.csv:2: kind is empty.
        Write a kind, such as leave, sick or training.
        """
      ]
    ),
    ProblemCase(
      "absence on a date that does not exist",
      in: "absences.csv",
      .changing(
        "2026-03-02,2026-03-03",
        to: "2026-02-30,2026-03-03"
      ),
      gives: [
        """
        center/absences.csv:2: from is '2026-02-30'.
        The calendar has no such day: the month has 28. Write a date as YYYY-MM-DD.
        """
      ]
    ),
    ProblemCase(
      "absence from something else",
      in: "absences.csv",
      .changing(
        "2026-03-02,2026-03-03",
        to: "Monday,2026-03-03"
      ),
      gives: [
        """
        center/absences.csv:2: from is 'Monday'.
        Write a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM.
        """
      ]
    ),
    ProblemCase(
      "wish that does not exist",
      in: "preferences.csv",
      .changing(
        ",day_off,",
        to: ",dayoff,"
      ),
      gives: [
        """
        center/preferences.csv:3: wish is 'dayoff'.
        Did you mean 'day_off'? Write start or day_off.
        """
      ]
    ),
    ProblemCase(
      "day off with a band",
      in: "preferences.csv",
      .changing(
        "day_off,,",
        to: "day_off,08:00,"
      ),
      gives: [
        """
        center/preferences.csv:3: the wish day_off has a from or a to.
        Leave both empty, or write the wish start.
        """
      ]
    ),
    ProblemCase(
      "start without a band",
      in: "preferences.csv",
      .changing(
        "08:00,10:00",
        to: "08:00,"
      ),
      gives: [
        """
        center/preferences.csv:2: to is empty.
        Write a time of day as HH:MM, 00:00 to 24:00.
        """
      ]
    ),
    ProblemCase(
      "band upside down",
      in: "preferences.csv",
      .changing(
        "08:00,10:00",
        to: "10:00,08:00"
      ),
      gives: [
        """
        center/preferences.csv:2: from is 10:00 but to is 08:00.
        Write a to at or after the from.
        """
      ]
    ),
    ProblemCase(
      "weight of zero",
      in: "preferences.csv",
      .changing(
        ",,2",
        to: ",,0"
      ),
      gives: [
        """
        center/preferences.csv:3: weight is 0.
        Write a number above 0.
        """
      ]
    ),
    ProblemCase(
      "calendar kind that does not exist",
      in: "calendar.csv",
      .changing(
        "holiday",
        to: "holidays"
      ),
      gives: [
        """
        center/calendar.csv:3: kind is 'holidays'.
        Did you mean 'holiday'? Write closed, holiday, make_up_day, pay_day, month_end, \
        campaign or special.
        """
      ]
    ),
    ProblemCase(
      "negative factor",
      in: "calendar.csv",
      .changing(
        "0.6",
        to: "-0.6"
      ),
      gives: [
        """
        center/calendar.csv:3: factor is -0.6.
        Write a number of 0 or more.
        """
      ]
    ),
    ProblemCase(
      "calendar day twice",
      in: "calendar.csv",
      .changing(
        "2026-04-06,holiday",
        to: "2026-04-03,closed"
      ),
      gives: [
        """
        center/calendar.csv:3: 2026-04-03 is 'closed' a second time (the first is in line 2).
        Delete one of the rows.
        """
      ]
    ),
    ProblemCase(
      "past shift that ends before it begins",
      in: "history.csv",
      .changing(
        "T16:30",
        to: "T07:30"
      ),
      gives: [
        """
        center/history.csv:2: shift_end is 2026-02-27T07:30 but shift_start is \
        2026-02-27T08:00.
        Write an end after the start; past midnight it has the next date.
        """
      ]
    ),
    ProblemCase(
      "past shift at a time that does not exist",
      in: "history.csv",
      .changing(
        "2026-02-27T08:00,2026-02-27T16:30",
        to: "2025-03-30T01:15,2025-03-30T09:00"
      ),
      gives: [
        """
        center/history.csv:2: shift_start is 2025-03-30T01:15, a time that does not exist in \
        Europe/London: the clock goes forward from 01:00 to 02:00.
        Write a time before or after the gap.
        """
      ]
    ),
  ]
}
