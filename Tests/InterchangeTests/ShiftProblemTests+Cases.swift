extension ShiftProblemTests {
  static let cases = [
    ProblemCase(
      "shift length that is no multiple of the slot",
      in: "scenario.yaml",
      .changing(
        "length_minutes: 510",
        to: "length_minutes: 500"
      ),
      gives: [
        """
        center/scenario.yaml:29: the length of shift template 'full_day' is 500 minutes but \
        roster_slot_minutes is 15.
        Write a multiple of 15, such as 495.
        """
      ]
    ),
    ProblemCase(
      "break that is no multiple of the slot",
      in: "scenario.yaml",
      .changing(
        "{kind: break, minutes: 15, paid: true}",
        to: "{kind: break, minutes: 20, paid: true}"
      ),
      gives: [
        """
        center/scenario.yaml:30: the length of break 1 of shift template 'full_day' is 20 \
        minutes but roster_slot_minutes is 15.
        Write a multiple of 15, such as 15.
        """
      ]
    ),
    ProblemCase(
      "breaks that leave too much work",
      in: "scenario.yaml",
      .changing(
        "length_minutes: 510",
        to: """
          length_minutes: 510
              maximum_stretch_minutes: 90
          """
      ),
      gives: [
        """
        center/scenario.yaml:31: the breaks of shift template 'full_day' leave 450 minutes of \
        work in 4 stretches, but each must last 60 to 90 minutes.
        Change the length, the number of breaks, or the stretches (minimum_stretch_minutes, \
        maximum_stretch_minutes).
        """
      ]
    ),
    ProblemCase(
      "breaks that cannot be in their windows",
      in: "scenario.yaml",
      .changing(
        "earliest_share: 0.35, latest_share: 0.60",
        to: "earliest_share: 0.9"
      ),
      gives: [
        """
        center/scenario.yaml:30: the breaks of shift template 'full_day' cannot be placed \
        inside their windows.
        Widen earliest_share and latest_share, or the stretches (minimum_stretch_minutes, \
        maximum_stretch_minutes).
        """
      ]
    ),
    ProblemCase(
      "break window upside down",
      in: "scenario.yaml",
      .changing(
        "earliest_share: 0.35, latest_share: 0.60",
        to: "earliest_share: 0.6, latest_share: 0.35"
      ),
      gives: [
        """
        center/scenario.yaml:32: latest_share of break 2 of shift template 'full_day' is 0.35 \
        but earliest_share is 0.6.
        Write a latest_share at or above the earliest_share.
        """
      ]
    ),
    ProblemCase(
      "stretches upside down",
      in: "scenario.yaml",
      .changing(
        "length_minutes: 510",
        to: """
          length_minutes: 510
              minimum_stretch_minutes: 120
              maximum_stretch_minutes: 90
          """
      ),
      gives: [
        """
        center/scenario.yaml:31: maximum_stretch_minutes of shift template 'full_day' is 90 \
        but minimum_stretch_minutes is 120.
        Write a maximum at or above the minimum.
        """
      ]
    ),
    ProblemCase(
      "break kind that does not exist",
      in: "scenario.yaml",
      .changing(
        "kind: lunch",
        to: "kind: launch"
      ),
      gives: [
        """
        center/scenario.yaml:32: kind of break 2 of shift template 'full_day' is 'launch'.
        Did you mean 'lunch'? Write break or lunch.
        """
      ]
    ),
    ProblemCase(
      "shift template that does not exist",
      in: "scenario.yaml",
      .changing(
        "shift_templates: [full_day]",
        to: "shift_templates: [ful_day]"
      ),
      gives: [
        """
        center/scenario.yaml:40: unknown shift template 'ful_day'.
        Did you mean 'full_day'? The shift templates are: full_day.
        """
      ]
    ),
    ProblemCase(
      "minimum hours above the maximum",
      in: "scenario.yaml",
      .changing(
        "minimum: 40, maximum: 48",
        to: "minimum: 50, maximum: 48"
      ),
      gives: [
        """
        center/scenario.yaml:38: the minimum weekly hours of contract 'full_time' are 50 but \
        the maximum is 48.
        Write a minimum at or below the maximum.
        """
      ]
    ),
    ProblemCase(
      "overtime after the maximum",
      in: "scenario.yaml",
      .changing(
        "overtime_after: 40",
        to: "overtime_after: 50"
      ),
      gives: [
        """
        center/scenario.yaml:38: overtime of contract 'full_time' begins after 50 hours but \
        the maximum is 48.
        Write an overtime_after at or below the maximum, or leave it out.
        """
      ]
    ),
    ProblemCase(
      "minimum days above the maximum",
      in: "scenario.yaml",
      .changing(
        "minimum: 5, maximum: 6",
        to: "minimum: 6, maximum: 5"
      ),
      gives: [
        """
        center/scenario.yaml:39: the minimum days of contract 'full_time' are 6 but the \
        maximum is 5.
        Write a minimum at or below the maximum.
        """
      ]
    ),
    ProblemCase(
      "hours that no week of shifts reaches",
      in: "scenario.yaml",
      .changing(
        "days_per_week: {minimum: 5, maximum: 6}",
        to: "days_per_week: {minimum: 3, maximum: 4}"
      ),
      gives: [
        """
        center/scenario.yaml:38: no 3 to 4 shifts of 'full_day' (8 h paid) give contract \
        'full_time' 40 h to 48 h a week; nearest: 32 h.
        Change the weekly hours, the days per week, or the shift templates of the contract.
        """
      ]
    ),
    ProblemCase(
      "hours between two numbers of shifts",
      in: "scenario.yaml",
      .changing(
        "minimum: 40, maximum: 48",
        to: "minimum: 41, maximum: 47"
      ),
      gives: [
        """
        center/scenario.yaml:38: no 5 to 6 shifts of 'full_day' (8 h paid) give contract \
        'full_time' 41 h to 47 h a week; nearest: 40 h and 48 h.
        Change the weekly hours, the days per week, or the shift templates of the contract.
        """
      ]
    ),
    ProblemCase(
      "template longer than its window",
      in: "scenario.yaml",
      .changing(
        "07:00-22:00",
        to: "09:00-17:00"
      ),
      gives: [
        """
        center/scenario.yaml:41: shift template 'full_day' lasts 510 minutes but the window \
        09:00-17:00 of contract 'full_time' has only 480.
        Widen shift_window, or take the template out of the contract.
        """
      ]
    ),
    ProblemCase(
      "window with a typing error",
      in: "scenario.yaml",
      .changing(
        "07:00-22:00",
        to: "07:00 to 22:00"
      ),
      gives: [
        """
        center/scenario.yaml:41: shift_window of contract 'full_time' is '07:00 to 22:00'.
        Write a window as HH:MM-HH:MM, such as "08:00-20:00".
        """
      ]
    ),
    ProblemCase(
      "unlimited rest",
      in: "scenario.yaml",
      .changing(
        "minimum_rest_hours: 11",
        to: "minimum_rest_hours: none"
      ),
      gives: [
        """
        center/scenario.yaml:34: minimum_rest_hours of the rules is 'none'.
        Write a number of hours, 0 to 24.
        """
      ]
    ),
    ProblemCase(
      "rest longer than a day",
      in: "scenario.yaml",
      .changing(
        "minimum_rest_hours: 11",
        to: "minimum_rest_hours: 36"
      ),
      gives: [
        """
        center/scenario.yaml:34: minimum_rest_hours of the rules is 36.
        Write a number of hours, 0 to 24.
        """
      ]
    ),
    ProblemCase(
      "wage that is negative",
      in: "scenario.yaml",
      .changing(
        "wage_per_hour: 20",
        to: "wage_per_hour: -20"
      ),
      gives: [
        """
        center/scenario.yaml:37: wage_per_hour of contract 'full_time' is -20.
        Write a number of 0 or more.
        """
      ]
    ),
  ]
}
