extension LaborProblemTests {
  static let cases2 = [
    labor(
      "an end before the start",
      """
      labor_rules:
        - {rule: whole_weekends, from: 2026-02-01, until: 2026-01-01}

      """,
      gives: [
        """
        center/scenario.yaml:43: until is 2026-01-01 but from is 2026-02-01.
        Write an until after the from; a date counts to its end.
        """
      ]
    ),
    labor(
      "a price of nothing",
      """
      labor_rules:
        - {rule: whole_weekends, price: 0}

      """,
      gives: [
        """
        center/scenario.yaml:43: price of labor rule 1 (whole_weekends) is 0.
        Write a number above 0.
        """
      ]
    ),
    labor(
      "several problems of one rule",
      """
      labor_rules:
        - {rule: work_run, least: 5, most: x, price: -1, from: today}

      """,
      gives: [
        """
        center/scenario.yaml:43: most of labor rule 1 (work_run) is 'x'.
        Write a whole number from 1 to 366.
        """,
        """
        center/scenario.yaml:43: from of labor rule 1 (work_run) is 'today'.
        Write a date as YYYY-MM-DD.
        """,
        """
        center/scenario.yaml:43: price of labor rule 1 (work_run) is -1.
        Write a number above 0.
        """,
      ]
    ),
    labor(
      "a weekday that does not exist",
      """
      labor_rules:
        - {rule: start_window, window: "06:00-10:00", weekdays: [tus]}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown day 'tus' in weekdays of labor rule 1 (start_window).
        Did you mean 'tue'? Write mon … sun, or a range such as mon-fri.
        """
      ]
    ),
    labor(
      "a balance of one kind",
      """
      shift_kinds:
        - {name: night, covers: "23:00-06:00"}
      labor_rules:
        - {rule: kind_balance, kinds: [night], most: 2}

      """,
      gives: [
        """
        center/scenario.yaml:45: kinds of labor rule 1 (kind_balance) are not two different kinds.
        Write two, such as [early, late].
        """
      ]
    ),
    labor(
      "a kind without a window",
      """
      shift_kinds:
        - {name: night}

      """,
      gives: [
        """
        center/scenario.yaml:43: shift kind 'night' has none of starts, ends and covers.
        Write at least one window, such as starts: "05:00-09:00".
        """
      ]
    ),
    labor(
      "minutes of nothing",
      """
      shift_kinds:
        - {name: night, starts: "20:00-24:00", least_minutes: 60}

      """,
      gives: [
        """
        center/scenario.yaml:43: least_minutes of shift kind 'night' has no covers beside it.
        Write covers, such as "23:00-06:00", or take least_minutes out.
        """
      ]
    ),
    labor(
      "more minutes than the window has",
      """
      shift_kinds:
        - {name: night, covers: "23:00-06:00", least_minutes: 500}

      """,
      gives: [
        """
        center/scenario.yaml:43: least_minutes of shift kind 'night' is 500 but the window \
        23:00-06:00 has only 420.
        Write fewer minutes, or a wider covers.
        """
      ]
    ),
    labor(
      "a kind named as a word of rotations",
      """
      shift_kinds:
        - {name: off, starts: "00:00-08:59"}

      """,
      gives: [
        """
        center/scenario.yaml:43: a shift kind is named 'off', a word of rotations.
        Give it another name.
        """
      ]
    ),
    labor(
      "heads of a site and a skill that do not exist",
      """
      heads:
        - {name: first aid, skill: first_aid, site: harbor, least: 1}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown site 'harbor'.
        Did you mean 'harbour'? The sites are: harbour.
        """,
        """
        center/scenario.yaml:43: head rule 'first aid' asks for the skill 'first_aid', which no \
        queue needs and nobody holds.
        Give it to somebody in skills.csv, or correct it. The skills are: general, writing.
        """,
      ]
    ),
    labor(
      "heads without a number",
      """
      heads:
        - {name: first aid}

      """,
      gives: [
        """
        center/scenario.yaml:43: head rule 'first aid' has neither least nor most.
        Write one of them, or both.
        """
      ]
    ),
    labor(
      "heads with a most below the least",
      """
      heads:
        - {name: first aid, least: 3, most: 2}

      """,
      gives: [
        """
        center/scenario.yaml:43: most of head rule 'first aid' is below its least.
        Write a most at or above the least.
        """
      ]
    ),
    labor(
      "heads of nobody",
      """
      heads:
        - {name: first aid, least: 1, teams: [red], employees: [E02]}

      """,
      gives: [
        """
        center/scenario.yaml:43: warning: head rule 'first aid' means nobody.
        Somebody must have all of the contracts, teams, employees and the site that it names; \
        correct them, or take it out.
        """
      ]
    ),
    labor(
      "a meeting off the grid and beyond its window",
      """
      meetings:
        - {name: huddle, minutes: 20, weekdays: [tue], hours: "09:00-09:15"}

      """,
      gives: [
        """
        center/scenario.yaml:43: the length of meeting 'huddle' is 20 minutes but \
        roster_slot_minutes is 15.
        Write a multiple of 15, such as 15.
        """,
        """
        center/scenario.yaml:43: meeting 'huddle' takes 20 minutes but its hours 09:00-09:15 \
        have only 15.
        Widen the hours, or shorten the meeting.
        """,
      ]
    ),
    labor(
      "a duty without hours",
      """
      on_call:
        - {name: manager, skill: general}

      """,
      gives: [
        """
        center/scenario.yaml:43: the hours of on-call duty 'manager' are missing.
        Write hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}.
        """
      ]
    ),
    labor(
      "a pattern with a kind that does not exist",
      """
      rotations:
        - {name: six, pattern: [early, off], anchor: 2026-01-05}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown shift kind 'early'.
        Describe it in shift_kinds by times, such as {name: early, starts: "HH:MM-HH:MM"}, or take it out.
        """
      ]
    ),
    labor(
      "a rule set that is not there",
      """
      rule_sets: [law.yaml]

      """,
      gives: [
        """
        center/scenario.yaml:42: the rule set 'law.yaml' is not in the folder.
        Put the file there ('shiftwright rules list' names those that ship), or take it out.
        """
      ]
    ),
    labor(
      "a rule set that is no file of rules",
      """
      rule_sets: [employees.csv]

      """,
      gives: [
        """
        center/scenario.yaml:42: rule_sets holds 'employees.csv'.
        Write names of YAML files in the scenario's folder, such as eu-working-time.yaml.
        """
      ]
    ),
    labor(
      "a weekend that is no list",
      """
      weekend: sat

      """,
      gives: [
        """
        center/scenario.yaml:42: weekend is 'sat'.
        Write a list: one item per line after '- '.
        """
      ]
    ),
  ]
}
