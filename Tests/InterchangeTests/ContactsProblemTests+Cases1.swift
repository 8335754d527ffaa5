extension ContactsProblemTests {
  static let cases1 = [
    ProblemCase(
      "negative arrivals",
      in: "contacts.csv",
      .changing(
        "11,",
        to: "-11,"
      ),
      gives: [
        """
        center/contacts.csv:4: arrivals is -11 (chat, 2026-02-02T08:00).
        A count can't be negative. Write a number of 0 or more, or delete the row.
        """
      ]
    ),
    ProblemCase(
      "arrivals that are no number",
      in: "contacts.csv",
      .changing(
        "11,",
        to: "eleven,"
      ),
      gives: [
        """
        center/contacts.csv:4: arrivals is 'eleven'.
        Write a number of 0 or more.
        """
      ]
    ),
    ProblemCase(
      "arrivals left empty",
      in: "contacts.csv",
      .changing(
        "T08:00,11,",
        to: "T08:00,,"
      ),
      gives: [
        """
        center/contacts.csv:4: arrivals is empty.
        Write a number of 0 or more.
        """
      ]
    ),
    ProblemCase(
      "handled above arrivals",
      in: "contacts.csv",
      .changing(
        "52,50",
        to: "52,57"
      ),
      gives: [
        """
        center/contacts.csv:2: handled is 57 but arrivals is 52 (2026-02-02T08:00).
        Handled contacts can't exceed arrivals. Correct the row.
        """
      ]
    ),
    ProblemCase(
      "answered in target above arrivals",
      in: "contacts.csv",
      .changing(
        "2,45,",
        to: "2,60,"
      ),
      gives: [
        """
        center/contacts.csv:2: answered_in_target is 60 but arrivals is 52 (2026-02-02T08:00).
        Answered contacts can't exceed arrivals. Correct the row.
        """
      ]
    ),
    ProblemCase(
      "handle time of zero",
      in: "contacts.csv",
      .changing(
        "231.5",
        to: "0"
      ),
      gives: [
        """
        center/contacts.csv:3: aht_seconds is 0.
        Write a number above 0, or leave it empty.
        """
      ]
    ),
    ProblemCase(
      "unknown queue",
      in: "contacts.csv",
      .changing(
        "phone,2026-02-02T08:30",
        to: "phnoe,2026-02-02T08:30"
      ),
      gives: [
        """
        center/contacts.csv:3: unknown queue 'phnoe'.
        Did you mean 'phone'? The queues are: phone, chat.
        """
      ]
    ),
    ProblemCase(
      "unknown column",
      in: "contacts.csv",
      .changing(
        "abandoned,",
        to: "abandonned,"
      ),
      gives: [
        """
        center/contacts.csv:1: unknown column 'abandonned'.
        Did you mean 'abandoned'? The columns are: queue, interval_start, arrivals, handled, \
        abandoned, answered_in_target, aht_seconds, contained.
        """
      ]
    ),
    ProblemCase(
      "missing column",
      in: "contacts.csv",
      .changing(
        "queue,interval_start",
        to: "queue,interval_end"
      ),
      gives: [
        """
        center/contacts.csv:1: unknown column 'interval_end'.
        The columns are: queue, interval_start, arrivals, handled, abandoned, \
        answered_in_target, aht_seconds, contained.
        """,
        """
        center/contacts.csv:1: the column 'interval_start' is missing.
        Add it to the header; the file has: queue, interval_end, arrivals, handled, \
        abandoned, answered_in_target, aht_seconds.
        """,
      ]
    ),
    ProblemCase(
      "duplicate column",
      in: "contacts.csv",
      .changing(
        "handled,abandoned",
        to: "handled,handled"
      ),
      gives: [
        """
        center/contacts.csv:1: the column 'handled' occurs more than once.
        Keep one of them.
        """
      ]
    ),
    ProblemCase(
      "too many fields",
      in: "contacts.csv",
      .changing(
        "11,,,,",
        to: "11,,,,,"
      ),
      gives: [
        """
        center/contacts.csv:4: the row has 8 fields but the header has 7.
        Put quotes around a field that holds a comma, or remove what is too much.
        """
      ]
    ),
    ProblemCase(
      "too few fields",
      in: "contacts.csv",
      .changing(
        "11,,,,",
        to: "11"
      ),
      gives: [
        """
        center/contacts.csv:4: the row has 3 fields but the header has 7.
        Write a field for each of: queue, interval_start, arrivals, handled, abandoned, \
        answered_in_target, aht_seconds.
        """
      ]
    ),
    ProblemCase(
      "semicolons",
      in: "contacts.csv",
      .replacing(
        """
        queue;interval_start;arrivals
        phone;2026-02-02T08:00;5

        """
      ),
      gives: [
        """
        center/contacts.csv:1: the header has semicolons and no comma.
        Save the file with commas between the fields.
        """
      ]
    ),
    ProblemCase(
      "a phone number among the counts",
      in: "contacts.csv",
      .replacing(
        """
        queue,interval_start,arrivals
        phone,2026-02-02T08:00,02079460000

        """
      ),
      gives: [
        """
        center/contacts.csv:2: arrivals is 02079460000.
        Write a number of 0 or more and at most 1000000.
        """
      ]
    ),
  ]
}
