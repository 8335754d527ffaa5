extension TrainingProblemTests {
  static let courses = [
    Case(
      "unknown key",
      in: "training.yaml",
      "renewal_window_days: 60",
      "renewal_windw_days: 60",
      gives: """
        center/training.yaml:2: unknown key 'renewal_windw_days' in course 'aml'.
        Did you mean 'renewal_window_days'? The keys are: name, from, title, mode, \
        length_minutes, seats, pass_mark, validity, renewal_window_days, grace, grants, guards, \
        prerequisites, trainers, rooms, compliance.
        """
    ),
    Case(
      "mode",
      in: "training.yaml",
      "mode: online",
      "mode: onlin",
      gives: """
        center/training.yaml:2: mode of course 'aml' is 'onlin'.
        Did you mean 'online'? Write online, classroom or blended.
        """
    ),
    Case(
      "pass mark",
      in: "training.yaml",
      "pass_mark: 0.80",
      "pass_mark: 80",
      gives: """
        center/training.yaml:2: pass_mark of course 'aml' is 80.
        Write a share between 0 and 1: write 0.80.
        """
    ),
    Case(
      "two validities",
      in: "training.yaml",
      "{months: 12}",
      "{months: 12, until: \"12-31\"}",
      gives: """
        center/training.yaml:2: validity of course 'aml' needs exactly one of months and until.
        Write {months: 12}, {until: "12-31"}, or leave validity out for ever.
        """
    ),
    Case(
      "yearly date",
      in: "training.yaml",
      "until: \"12-31\"",
      "until: \"31-12\"",
      gives: """
        center/training.yaml:3: until of validity of course 'licence' is '31-12'.
        Write a day of the year as "MM-DD", such as "12-31".
        """
    ),
    Case(
      "unknown skill",
      in: "training.yaml",
      "grants: [{skill: writing}], prereq",
      "grants: [{skill: writting}], prereq",
      gives: """
        center/training.yaml:3: unknown skill 'writting'.
        Did you mean 'writing'? The skills are: general, writing, lead.
        """
    ),
    Case(
      "unknown guard",
      in: "training.yaml",
      "guards: [all]",
      "guards: [genral]",
      gives: """
        center/training.yaml:2: unknown skill 'genral'.
        Did you mean 'general'? The skills are: general, writing, lead, all.
        """
    ),
    Case(
      "unknown level",
      in: "training.yaml",
      "{skill: writing}], prereq",
      "{skill: writing, level: new}], prereq",
      gives: """
        center/training.yaml:3: level is 'new', but scenario.yaml names no levels.
        Write proficiency: {levels: [{name: new, factor: 1.1}]} there, or leave it empty.
        """
    ),
    Case(
      "circle",
      in: "training.yaml",
      "guards: [all], ",
      "guards: [all], prerequisites: [licence], ",
      gives: """
        center/training.yaml:2: course 'aml' is needed before itself.
        Take one course out of the prerequisites that lead back to it.
        """
    ),
    Case(
      "version without from",
      in: "training.yaml",
      "from: 2026-07-01, ",
      "",
      gives: """
        center/training.yaml:4: course 'licence' stands a second time (the first is in line 3) \
        without a later from.
        Write the first day of the new version as its from, or rename it.
        """
    ),
    Case(
      "trainer and room",
      in: "training.yaml",
      "trainers: [E02], rooms: [blue]",
      "trainers: [E03], rooms: [bleu]",
      gives: """
        center/training.yaml:3: unknown employee 'E03'.
        The employees are: E01, E02.
        """,
      """
      center/training.yaml:3: unknown room 'bleu'.
      Did you mean 'blue'? The rooms are: blue.
      """
    ),
  ]

  static let curricula = [
    Case(
      "stage length",
      in: "training.yaml",
      "length_days: 7, ",
      "",
      gives: """
        center/training.yaml:11: stage 'compliance' of curriculum 'agent' needs exactly one of \
        length_days and length_months.
        Write one of them, such as length_days: 21.
        """
    ),
    Case(
      "tenths",
      in: "training.yaml",
      "counts: 0.5",
      "counts: 0.55",
      gives: """
        center/training.yaml:12: counts of stage 'practice' of curriculum 'agent' is 0.55.
        Write a share in tenths: 0, 0.1, 0.2 and so on to 1.
        """
    ),
    Case(
      "unknown course",
      in: "training.yaml",
      "courses: [licence]",
      "courses: [license]",
      gives: """
        center/training.yaml:12: unknown course 'license'.
        Did you mean 'licence'? The courses are: aml, licence, licence.
        """
    ),
    Case(
      "unknown team",
      in: "training.yaml",
      "teams: [red]",
      "teams: [rde]",
      gives: """
        center/training.yaml:9: warning: unknown team 'rde'.
        Did you mean 'red'? The teams are: red.
        """
    ),
    Case(
      "drill",
      in: "training.yaml",
      "every_months: 3",
      "every_months: 0",
      gives: """
        center/training.yaml:14: every_months of in_service item 1 of curriculum 'agent' is 0.
        Write a whole number from 1 to 120.
        """
    ),
    Case(
      "room's site",
      in: "training.yaml",
      "site: harbour, seats",
      "site: harbor, seats",
      gives: """
        center/training.yaml:6: unknown site 'harbor'.
        Did you mean 'harbour'? The sites are: harbour.
        """
    ),
    Case(
      "placement",
      in: "training.yaml",
      "\"09:00-17:00\"",
      "9 to 5",
      gives: """
        center/training.yaml:16: hours of placement is '9 to 5'.
        Write a window as HH:MM-HH:MM, such as "08:00-20:00".
        """
    ),
  ]
}
