extension PeopleProblemTests {
  static let cases1 = [
    ProblemCase(
      "missing file",
      in: "employees.csv",
      .removing,
      gives: [
        """
        center/employees.csv: the file is missing.
        Add it; docs/reference/scenario-format.md shows an example.
        """
      ]
    ),
    ProblemCase(
      "empty employees file",
      in: "employees.csv",
      .replacing(""),
      gives: [
        """
        center/employees.csv:1: the file is empty.
        Begin it with the header \
        employee,name,site,team,contract,hired,leaves,fte,placeholder.
        """
      ]
    ),
    ProblemCase(
      "no employees",
      in: "employees.csv",
      .replacing(
        """
        employee,name,site,team,contract

        """
      ),
      gives: [
        """
        center/employees.csv: the file has no employees.
        Add one row per person.
        """
      ]
    ),
    ProblemCase(
      "duplicate employee",
      in: "employees.csv",
      .changing(
        "E02,Bob",
        to: "E01,Bob"
      ),
      gives: [
        """
        center/employees.csv:3: employee 'E01' occurs a second time (the first is in line 2).
        Give every person an identifier of their own, or delete the row.
        """,
        """
        center/skills.csv:4: unknown employee 'E02'.
        The employees are: E01.
        """,
        """
        center/availability.csv:3: unknown employee 'E02'.
        The employees are: E01.
        """,
        """
        center/absences.csv:3: unknown employee 'E02'.
        The employees are: E01.
        """,
        """
        center/preferences.csv:3: unknown employee 'E02'.
        The employees are: E01.
        """,
      ]
    ),
    ProblemCase(
      "unknown site",
      in: "employees.csv",
      .changing(
        "Bob Baker,harbour",
        to: "Bob Baker,harbor"
      ),
      gives: [
        """
        center/employees.csv:3: unknown site 'harbor'.
        Did you mean 'harbour'? The sites are: harbour.
        """
      ]
    ),
    ProblemCase(
      "unknown contract",
      in: "employees.csv",
      .changing(
        "harbour,,full_time",
        to: "harbour,,fulltime"
      ),
      gives: [
        """
        center/employees.csv:3: unknown contract 'fulltime'.
        Did you mean 'full_time'? The contracts are: full_time.
        """
      ]
    ),
    ProblemCase(
      "date that does not exist",
      in: "employees.csv",
      .changing(
        "2020-01-06",
        to: "2026-02-30"
      ),
      gives: [
        """
        center/employees.csv:2: hired is '2026-02-30'.
        The calendar has no such day: the month has 28. Write a date as YYYY-MM-DD.
        """
      ]
    ),
    ProblemCase(
      "date in another form",
      in: "employees.csv",
      .changing(
        "2020-01-06",
        to: "6.1.2020"
      ),
      gives: [
        """
        center/employees.csv:2: hired is '6.1.2020'.
        Write a date as YYYY-MM-DD.
        """
      ]
    ),
    ProblemCase(
      "leaving before being hired",
      in: "employees.csv",
      .changing(
        "2020-01-06,",
        to: "2020-01-06,2019-12-31"
      ),
      gives: [
        """
        center/employees.csv:2: employee 'E01' leaves on 2019-12-31 but is hired on \
        2020-01-06.
        Write a last day on or after the first.
        """
      ]
    ),
    ProblemCase(
      "full-time equivalent in percent",
      in: "employees.csv",
      .changing(
        "2020-01-06,,1,",
        to: "2020-01-06,,50,"
      ),
      gives: [
        """
        center/employees.csv:2: fte is 50.
        Write a share between 0 and 1: write 0.50.
        """
      ]
    ),
    ProblemCase(
      "full-time equivalent of zero",
      in: "employees.csv",
      .changing(
        "2020-01-06,,1,",
        to: "2020-01-06,,0,"
      ),
      gives: [
        """
        center/employees.csv:2: fte is 0.
        Write a share above 0 and at most 1.
        """
      ]
    ),
    ProblemCase(
      "half time under a contract of whole days",
      in: "employees.csv",
      .changing(
        "2020-01-06,,1,",
        to: "2020-01-06,,0.5,"
      ),
      gives: [
        """
        center/employees.csv:2: no 5 to 6 shifts of 'full_day' (8 h paid) give employee 'E01' \
        (fte 0.5 of contract 'full_time') 20 h to 24 h a week; nearest: 40 h.
        Change the weekly hours, the days per week, or the shift templates of the contract.
        """
      ]
    ),
    ProblemCase(
      "placeholder that is neither yes nor no",
      in: "employees.csv",
      .changing(
        "1,no",
        to: "1,maybe"
      ),
      gives: [
        """
        center/employees.csv:2: placeholder is 'maybe'.
        Write yes or no.
        """
      ]
    ),
    ProblemCase(
      "unknown employee",
      in: "skills.csv",
      .changing(
        "E02,general",
        to: "E03,general"
      ),
      gives: [
        """
        center/skills.csv:4: unknown employee 'E03'.
        The employees are: E01, E02.
        """
      ]
    ),
    ProblemCase(
      "unknown skill",
      in: "skills.csv",
      .changing(
        "E02,general",
        to: "E02,genral"
      ),
      gives: [
        """
        center/skills.csv:4: unknown skill 'genral'.
        Did you mean 'general'? The skills are: general, writing.
        """
      ]
    ),
    ProblemCase(
      "skill that ends before it begins",
      in: "skills.csv",
      .changing(
        "2025-01-01,",
        to: "2025-01-01,2024-12-31"
      ),
      gives: [
        """
        center/skills.csv:4: until is 2024-12-31 but from is 2025-01-01.
        Write an until after the from; a date counts to its end.
        """
      ]
    ),
    ProblemCase(
      "employee without a skill",
      in: "skills.csv",
      .changing(
        """
        E02,general,2025-01-01,

        """,
        to: ""
      ),
      gives: [
        """
        center/employees.csv: warning: employee 'E02' has no skill and can serve no queue.
        Add a row to skills.csv, or take the person out of employees.csv.
        """
      ]
    ),
    ProblemCase(
      "queue that nobody can serve",
      in: "skills.csv",
      .changing(
        """
        E01,writing,,

        """,
        to: ""
      ),
      gives: [
        """
        center/scenario.yaml: warning: nobody has the skill 'writing', so queue 'chat' cannot \
        be served.
        Give the skill to someone in skills.csv.
        """
      ]
    ),
    ProblemCase(
      "day that does not exist",
      in: "availability.csv",
      .changing(
        "E01,sun",
        to: "E01,snu"
      ),
      gives: [
        """
        center/availability.csv:2: day is 'snu'.
        Did you mean 'sun'? Write mon … sun, every or a date as YYYY-MM-DD.
        """
      ]
    ),
  ]
}
