extension LaborProblemTests {
  static let cases1 = [
    labor(
      "a rule that does not exist",
      """
      labor_rules:
        - {rule: kindrun, kinds: [night], most: 3}

      """,
      gives: [
        """
        center/scenario.yaml:43: rule of labor rule 1 is 'kindrun'.
        Did you mean 'kind_run'? Write minimum_rest, rest_between, weekly_rest, work_run, \
        free_run, kind_run, rest_after, kind_order, start_change, whole_weekends, \
        weekends_in_a_row, weekends, kind_count, kind_balance, weekly_hours, working_days, \
        period_hours, monthly_overtime, shift_hours, start_window or meal_break.
        """
      ]
    ),
    labor(
      "a rule without its name",
      """
      labor_rules:
        - {most: 3}

      """,
      gives: [
        """
        center/scenario.yaml:43: the key 'rule' of labor rule 1 is missing.
        Add it with minimum_rest, rest_between, weekly_rest, work_run, free_run, kind_run, \
        rest_after, kind_order, start_change, whole_weekends, weekends_in_a_row, weekends, \
        kind_count, kind_balance, weekly_hours, working_days, period_hours, monthly_overtime, \
        shift_hours, start_window or meal_break.
        """
      ]
    ),
    labor(
      "a kind where there are none",
      """
      labor_rules:
        - {rule: kind_run, kinds: [night], most: 3}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown shift kind 'night'.
        Describe it in shift_kinds by times, such as {name: night, starts: "HH:MM-HH:MM"}, or take it out.
        """
      ]
    ),
    labor(
      "a kind that does not exist",
      """
      shift_kinds:
        - {name: night, covers: "23:00-06:00"}
      labor_rules:
        - {rule: rest_after, kinds: [nigth], days: 2}

      """,
      gives: [
        """
        center/scenario.yaml:45: unknown shift kind 'nigth'.
        Did you mean 'night'? The shift kinds are: night.
        """
      ]
    ),
    labor(
      "team, person and contract that do not exist",
      """
      labor_rules:
        - {rule: whole_weekends, teams: [rad], employees: [E09], contracts: [fulltime]}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown contract 'fulltime'.
        Did you mean 'full_time'? The contracts are: full_time.
        """,
        """
        center/scenario.yaml:43: unknown team 'rad'.
        Did you mean 'red'? The teams are: red.
        """,
        """
        center/scenario.yaml:43: unknown employee 'E09'.
        The employees are: E01, E02.
        """,
      ]
    ),
    labor(
      "an empty scope",
      """
      labor_rules:
        - {rule: whole_weekends, teams: []}

      """,
      gives: [
        """
        center/scenario.yaml:43: teams of labor rule 1 (whole_weekends) is an empty list.
        Write at least one item.
        """
      ]
    ),
    labor(
      "a scope that is no list",
      """
      labor_rules:
        - {rule: whole_weekends, teams: red}

      """,
      gives: [
        """
        center/scenario.yaml:43: teams of labor rule 1 (whole_weekends) is 'red'.
        Write a list: one item per line after '- '.
        """
      ]
    ),
    labor(
      "two rules of one rank",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12}
        - {rule: minimum_rest, hours: 11.5}

      """,
      gives: [
        """
        center/scenario.yaml:44: the rule minimum_rest and the one in line 43 bind the same \
        people on the same dates, and neither is more specific.
        Take one out, part them by from and until, or name contracts, teams or employees in one.
        """
      ]
    ),
    labor(
      "two rules of one rank by other names of one person",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12, teams: [red]}
        - {rule: minimum_rest, hours: 11.5, teams: [red], contracts: [full_time]}

      """,
      gives: [
        """
        center/scenario.yaml:44: the rule minimum_rest and the one in line 43 bind the same \
        people on the same dates, and neither is more specific.
        Take one out, part them by from and until, or name contracts, teams or employees in one.
        """
      ]
    ),
    labor(
      "two rules of one rank on one date",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12, until: 2026-06-30}
        - {rule: minimum_rest, hours: 11.5, from: 2026-06-30}

      """,
      gives: [
        """
        center/scenario.yaml:44: the rule minimum_rest and the one in line 43 bind the same \
        people on the same dates, and neither is more specific.
        Take one out, part them by from and until, or name contracts, teams or employees in one.
        """
      ]
    ),
    labor(
      "two rules parted by dates",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12, until: 2026-06-29}
        - {rule: minimum_rest, hours: 11.5, from: 2026-06-30}

      """,
      gives: []
    ),
    labor(
      "a rule for a team beside one for all",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12}
        - {rule: minimum_rest, hours: 11.5, teams: [red]}

      """,
      gives: []
    ),
    labor(
      "two rules for different people",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 12, employees: [E01]}
        - {rule: minimum_rest, hours: 11.5, employees: [E02]}

      """,
      gives: []
    ),
    labor(
      "a most below the least",
      """
      labor_rules:
        - {rule: work_run, least: 5, most: 3}

      """,
      gives: [
        """
        center/scenario.yaml:43: most of labor rule 1 (work_run) is below its least.
        Write a most at or above the least.
        """
      ]
    ),
    labor(
      "neither least nor most",
      """
      labor_rules:
        - {rule: work_run}

      """,
      gives: [
        """
        center/scenario.yaml:43: labor rule 1 (work_run) has neither least nor most.
        Write one of them, or both.
        """
      ]
    ),
    labor(
      "a rest beyond a day",
      """
      labor_rules:
        - {rule: minimum_rest, hours: 30}

      """,
      gives: [
        """
        center/scenario.yaml:43: hours of labor rule 1 (minimum_rest) is 30.
        Write a number of hours, 0 to 24. For longer rests write weekly_rest, rest_after or \
        free_run.
        """
      ]
    ),
    labor(
      "a rest beyond a week",
      """
      labor_rules:
        - {rule: weekly_rest, hours: 200}

      """,
      gives: [
        """
        center/scenario.yaml:43: hours of labor rule 1 (weekly_rest) is 200.
        Write a number of hours, 0 to 168. A week has no more.
        """
      ]
    ),
    labor(
      "a rule that binds nobody",
      """
      labor_rules:
        - {rule: whole_weekends, teams: [red], employees: [E02]}

      """,
      gives: [
        """
        center/scenario.yaml:43: warning: the rule whole_weekends means nobody.
        Somebody must have all of the contracts, teams, employees and the site that it names; \
        correct them, or take it out.
        """
      ]
    ),
    labor(
      "more weeks than a year has",
      """
      labor_rules:
        - {rule: weekends, most: 2, weeks: 53}

      """,
      gives: [
        """
        center/scenario.yaml:43: weeks of labor rule 1 (weekends) is 53.
        Write a whole number from 1 to 52.
        """
      ]
    ),
    labor(
      "no weeks",
      """
      labor_rules:
        - {rule: period_hours, most: 100, weeks: 0}

      """,
      gives: [
        """
        center/scenario.yaml:43: weeks of labor rule 1 (period_hours) is 0.
        Write a whole number from 1 to 52.
        """
      ]
    ),
    labor(
      "a key of another rule",
      """
      labor_rules:
        - {rule: whole_weekends, most: 2}

      """,
      gives: [
        """
        center/scenario.yaml:43: unknown key 'most' in labor rule 1 (whole_weekends).
        The keys are: rule, contracts, teams, employees, from, until, price, source.
        """
      ]
    ),
  ]
}
