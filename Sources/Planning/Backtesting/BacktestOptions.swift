import Forecasting
public import Workforce

/// What a backtest repeats.
public struct BacktestOptions: Hashable, Sendable {
  /// The Mondays of the weeks to forecast, ascending.
  public let origins: [LocalDate]
  /// Weeks ahead, each from 1 to 52.
  public let leads: [Int]
  /// Lengths of intervals in minutes, 1440 for days, ascending; `nil` takes what the history gives.
  public let granularities: [Int]?
  /// The methods.
  public let methods: [ForecastMethod]
  /// Threads, 1 to 64; results do not depend on it.
  public let threads: Int

  /// All methods of the product, the blend and the automatic choice last.
  public static var allMethods: [ForecastMethod] {
    let single = ForecastMethods.all.map(\.method)
    return single + [.blend, .automatic].filter { !single.contains($0) }
  }

  /// Makes options; throws when one is out of range.
  public init(
    origins: [LocalDate],
    leads: [Int] = [1],
    granularities: [Int]? = nil,
    methods: [ForecastMethod] = allMethods,
    threads: Int = 1
  ) throws(ShiftwrightError) {
    try Self.check(origins)
    guard !leads.isEmpty, leads.allSatisfy({ (1...52).contains($0) }), Self.areUnique(leads) else {
      throw ShiftwrightError(
        "The leads are \(leads.map(String.init).joined(separator: ",")).\n"
          + "Give different weeks ahead from 1 to 52, such as 1,3."
      )
    }
    let wrong = (granularities ?? []).first { $0 < 1 || 1440 % $0 != 0 }
    if let wrong {
      throw ShiftwrightError(
        "The granularity is \(wrong) minutes.\nGive lengths that divide a day, such as 15,30,day."
      )
    }
    guard (1...64).contains(threads) else {
      throw ShiftwrightError("threads is \(threads).\nGive a whole number from 1 to 64.")
    }
    self.origins = origins
    self.leads = leads
    self.granularities = granularities.map { Set($0).sorted() }
    self.methods = methods
    self.threads = threads
  }

  private static func check(_ origins: [LocalDate]) throws(ShiftwrightError) {
    guard !origins.isEmpty, origins.count <= 520 else {
      throw ShiftwrightError(
        "There are \(origins.count) origins.\nGive 1 to 520 Mondays, such as 2026-01-05..2026-03-02."
      )
    }
    if let other = origins.first(where: { $0.weekday != .monday }) {
      let monday = ISOWeek(containing: other).monday
      throw ShiftwrightError(
        "\(other) is no Monday.\nGive Mondays, such as \(monday) or \(monday.adding(days: 7))."
      )
    }
    guard areUnique(origins) else {
      throw ShiftwrightError("An origin is given twice.\nGive each Monday once.")
    }
  }

  private static func areUnique<Value: Hashable>(_ values: [Value]) -> Bool {
    Set(values).count == values.count
  }
}
