import Workforce

extension ChangeSteps {
  /// The changes of an entry of the labor rules, for one person alone where one is named: its numbers, one by
  /// one, or that it may be missed where it has none.
  static func rule(
    _ position: Int,
    _ week: FixedWeek,
    _ person: String?,
    _ prices: ChangePrices
  ) -> ChangeSteps {
    let rule = week.entry(position, for: person).rule
    let missed = ChangeSteps([
      Step(change: .rule(position, nil, only: person), price: prices[.rule])
    ])
    let chains = rule.relaxations(prices).map { chain in
      ChangeSteps(
        chain.map { Step(change: .rule(position, $0.rule, only: person), price: $0.price) }
      )
    }
    var all = rule.hasOwnEnd ? chains : chains + [missed]
    guard !all.isEmpty else { return missed }
    var first = all.removeFirst()
    first.others = all
    return first
  }
}

/// A looser labor rule with what it costs in points.
private typealias Relaxation = (rule: LaborRule, price: Double)

extension LaborRule {
  /// Whether it has a least and a most, or a window.
  var hasTwoNumbers: Bool {
    switch self {
    case .weeklyHours(let least, let most), .periodHours(let least, let most, _),
      .shiftHours(let least, let most):
      least != nil && most != nil
    case .weeklyDays(let least, let most), .workRun(let least, let most),
      .freeRun(let least, let most), .kindCount(_, let least, let most, _):
      least != nil && most != nil
    case .startWindow: true
    default: false
    }
  }

  /// Whether its numbers can be changed until it demands nothing.
  fileprivate var hasOwnEnd: Bool {
    switch self {
    case .wholeWeekends, .kindOrder, .startWindow, .mealBreak: false
    default: true
    }
  }

  /// Ever looser rules, a row for each number of it.
  fileprivate func relaxations(_ prices: ChangePrices) -> [[(rule: LaborRule, price: Double)]] {
    switch self {
    case .minimumRest(let time):
      [Self.less(time, prices[.restHour]) { .minimumRest($0) }]
    case .restBetween(let after, let before, let time):
      [Self.less(time, prices[.restHour]) { .restBetween(after: after, before: before, $0) }]
    case .weeklyRest(let time):
      [Self.less(time, prices[.restHour]) { .weeklyRest($0) }]
    case .startChange(let time):
      [Self.more(time, by: .hours(24), prices[.startChangeHour]) { .startChange($0) }]
    case .weeklyHours(let least, let most):
      Self.hours(least, most, prices[.leastHour], prices[.mostHour]) {
        .weeklyHours(least: $0, most: $1)
      }
    case .periodHours(let least, let most, let weeks):
      Self.hours(least, most, prices[.periodHour], prices[.periodHour]) {
        .periodHours(least: $0, most: $1, weeks: weeks)
      }
    case .shiftHours(let least, let most):
      Self.hours(least, most, prices[.shiftHour], prices[.shiftHour]) {
        .shiftHours(least: $0, most: $1)
      }
    case .monthlyOvertime(let most):
      [Self.more(most, by: .hours(168), prices[.periodHour]) { .monthlyOvertime(most: $0) }]
    case .startWindow(let window, let weekdays):
      [(0, 30), (30, 0), (30, 30)].map { earlier, later in
        Self.wider(window, earlier: earlier, later: later, prices[.windowHour]) {
          .startWindow($0, weekdays: weekdays)
        }
      }
    case .mealBreak(let over, let by, let least):
      [
        Self.more(by, by: .hours(12), prices[.mealHour]) {
          .mealBreak(over: over, by: $0, least: least)
        }
      ]
    default: counts(prices)
    }
  }

  /// The same of rules that count dates, weekends or shifts.
  private func counts(_ prices: ChangePrices) -> [[Relaxation]] {
    switch self {
    case .weeklyDays(let least, let most):
      Self.numbers(least, most, prices[.fewestDay], prices[.mostDay], most: 7) {
        .weeklyDays(least: $0, most: $1)
      }
    case .workRun(let least, let most):
      Self.numbers(least, most, prices[.runDay], prices[.runDay], most: 7) {
        .workRun(least: $0, most: $1)
      }
    case .freeRun(let least, let most):
      Self.numbers(least, most, prices[.runDay], prices[.runDay], most: 60) {
        .freeRun(least: $0, most: $1)
      }
    case .kindCount(let kinds, let least, let most, let weeks):
      Self.numbers(least, most, prices[.kindShift], prices[.kindShift], most: 7 * weeks) {
        .kindCount(kinds, least: $0, most: $1, weeks: weeks)
      }
    case .kindRun(let kinds, let most):
      [Self.counted(most, prices[.runDay], upTo: 60) { .kindRun(kinds, most: $0) }]
    case .restAfter(let kinds, let days):
      [Self.fewer(days, prices[.runDay]) { .restAfter(kinds, days: $0) }]
    case .weekendsInARow(let most):
      [Self.counted(most, prices[.weekend], upTo: 60) { .weekendsInARow(most: $0) }]
    case .weekends(let most, let weeks):
      [Self.counted(most, prices[.weekend], upTo: weeks) { .weekends(most: $0, weeks: weeks) }]
    case .kindBalance(let first, let second, let most, let weeks):
      [
        Self.counted(most, prices[.kindShift], upTo: 7 * weeks) {
          .kindBalance(first, second, most: $0, weeks: weeks)
        }
      ]
    default: []
    }
  }

  /// By half an hour less, down to nothing.
  private static func less(
    _ time: Duration,
    _ price: Double,
    _ rule: (Duration) -> LaborRule
  ) -> [Relaxation] {
    let hours = time.inHours
    let whole = stride(from: hours - 0.5, through: 0, by: -0.5).map { $0 }
    let values = whole.last == 0 || hours == 0 ? whole : whole + [0]
    return values.map { (rule(.hours($0)), price * (hours - $0)) }
  }

  /// By half an hour more, some time beyond.
  private static func more(
    _ time: Duration,
    by most: Duration,
    _ price: Double,
    _ rule: (Duration) -> LaborRule
  ) -> [Relaxation] {
    stride(from: 0.5, through: most.inHours, by: 0.5).map {
      (rule(.hours(time.inHours + $0)), price * $0)
    }
  }

  private static func hours(
    _ least: Duration?,
    _ most: Duration?,
    _ leastPrice: Double,
    _ mostPrice: Double,
    _ rule: (Duration?, Duration?) -> LaborRule
  ) -> [[Relaxation]] {
    let low = least.map { least in less(least, leastPrice) { rule($0, most) } }
    let high = most.map { most in
      more(most, by: .hours(168), mostPrice) { rule(least, $0) }
    }
    return [low, high].compactMap(\.self)
  }

  /// By one less, down to nothing.
  private static func fewer(
    _ number: Int,
    _ price: Double,
    _ rule: (Int) -> LaborRule
  ) -> [Relaxation] {
    stride(from: number - 1, through: 0, by: -1).map { (rule($0), price * Double(number - $0)) }
  }

  /// By one more, up to a number.
  private static func counted(
    _ number: Int,
    _ price: Double,
    upTo most: Int,
    _ rule: (Int) -> LaborRule
  ) -> [Relaxation] {
    stride(from: number + 1, through: max(number + 1, most), by: 1).map {
      (rule($0), price * Double($0 - number))
    }
  }

  private static func numbers(
    _ least: Int?,
    _ most: Int?,
    _ leastPrice: Double,
    _ mostPrice: Double,
    most limit: Int,
    _ rule: (Int?, Int?) -> LaborRule
  ) -> [[Relaxation]] {
    let low = least.map { least in fewer(least, leastPrice) { rule($0, most) } }
    let high = most.map { most in counted(most, mostPrice, upTo: limit) { rule(least, $0) } }
    return [low, high].compactMap(\.self)
  }

  /// A window that opens so many minutes earlier and closes so many later, by and by.
  private static func wider(
    _ window: ClockWindow,
    earlier: Int,
    later: Int,
    _ price: Double,
    _ rule: (ClockWindow) -> LaborRule
  ) -> [Relaxation] {
    guard !window.crossesMidnight else { return [] }
    var steps: [Relaxation] = []
    var last = 0
    for step in 1...48 {
      let low = max(0, window.start.minutes - earlier * step)
      let high = min(1439, window.end.minutes + later * step)
      let more = window.start.minutes - low + high - window.end.minutes
      guard more > last, let start = ClockTime(minutes: low), let end = ClockTime(minutes: high)
      else { break }
      steps.append((rule(ClockWindow(start: start, end: end)), price * Double(more) / 60))
      last = more
    }
    return steps
  }
}
