public import Forecasting
import Workforce

/// What every forecaster keeps, whatever its method.
///
/// Bugs found in one forecaster become checks for all.
///
/// - Parameters:
///   - forecaster: The method.
///   - seed: Which made-up history it meets.
///   - learnsSpecialDays: Whether the method may learn from holidays, campaigns and the like; all
///     others must not notice that these were there.
/// - Returns: Complaints, none when all is well.
public func checkForecaster(
  _ forecaster: any Forecaster,
  seed: UInt64,
  learnsSpecialDays: Bool = false
) -> [String] {
  let subject = ForecasterSubject(forecaster: forecaster, seed: seed)
  var complaints = subject.shapeComplaints() + subject.unknownComplaints()
  complaints += subject.historyComplaints() + subject.spreadComplaints()
  complaints += subject.shiftComplaints() + subject.scaleComplaints()
  complaints += subject.outageComplaints()
  if !learnsSpecialDays { complaints += subject.specialComplaints() }
  return complaints
}

/// One forecaster and the made-up past that it meets.
struct ForecasterSubject {
  let forecaster: any Forecaster
  let seed: UInt64
  /// Ten weeks with about eight contacts an hour.
  let past: [PastDay]
  let targets: [TargetDay]
  let calendar = DayCalendar(openWeekdays: Weekday.allCases)

  init(forecaster: any Forecaster, seed: UInt64) {
    self.forecaster = forecaster
    self.seed = seed
    past = madeUpPast(weeks: 10, seed: seed)
    targets = targetWeek()
  }

  func means(after past: [PastDay]) -> [[Double?]] {
    forecaster.forecast(targets, after: past, calendar: calendar).means
  }

  /// Complaints about what does not hold, each once.
  func complaints(_ claims: [(holds: Bool, complaint: String)]) -> [String] {
    claims.filter { !$0.holds }.map { "\(forecaster.method): \($0.complaint)" }
  }

  func shapeComplaints() -> [String] {
    let means = means(after: past)
    guard means.count == targets.count,
      zip(targets, means).allSatisfy({ $0.isOpen.count == $1.count })
    else { return complaints([(false, "gives one profile per target, one number per interval")]) }
    let more = past.map { day in changed(day) { $0 + 40 } }
    return complaints([
      (closedAreZero(means), "expects 0 in closed intervals"),
      (openAreKnown(means), "knows open intervals"),
      (areSound(means), "expects finite numbers, at least 0"),
      (means == self.means(after: past), "repeats itself"),
      (total(self.means(after: more)) > total(means), "expects more after more"),
    ])
  }

  func unknownComplaints() -> [String] {
    let unknown = means(after: [])
    let knowsNothing = zip(targets, unknown).allSatisfy { target, profile in
      zip(target.isOpen, profile).allSatisfy { $0 ? $1 == nil : $1 == 0 }
    }
    let holes = past.map { day in
      PastDay(
        date: day.date,
        weekday: day.weekday,
        arrivals: day.arrivals.enumerated().map { $0.offset % 3 == 0 ? nil : $0.element }
      )
    }
    let withHoles = means(after: holes)
    let bears = zip(targets, withHoles).allSatisfy { target, profile in
      target.isOpen.indices.allSatisfy { $0 % 3 == 0 || profile[$0] != nil }
    }
    return complaints([
      (knowsNothing, "knows nothing from nothing"),
      (bears && areSound(withHoles), "bears holes"),
    ])
  }

  /// Short, sparse, silent and ragged histories.
  func historyComplaints() -> [String] {
    let week = means(after: madeUpPast(weeks: 1, seed: seed))
    let sparse = means(after: madeUpPast(weeks: 10, seed: seed, level: 0.02))
    let silent = means(after: past.map { day in changed(day) { _ in 0 } })
    let ragged = means(
      after: past.map { day in
        PastDay(
          date: day.date,
          weekday: day.weekday,
          arrivals: day.weekday.isWeekend
            ? day.arrivals.enumerated().map { 9..<13 ~= $0.offset ? $0.element : nil }
            : day.arrivals
        )
      }
    )
    return complaints([
      (areSound(week) && openAreKnown(week), "makes do with one week"),
      (areSound(sparse) && openAreKnown(sparse), "bears sparse counts"),
      (areSound(silent) && total(silent) < 0.3 * 70, "bears a history of zeros"),
      (areSound(ragged) && closedAreZero(ragged), "bears days with different opening hours"),
    ])
  }

  func spreadComplaints() -> [String] {
    let result = forecaster.forecast(targets, after: past, calendar: calendar)
    let spreads = result.days.compactMap(\.spread)
    let quantiles = spreads.flatMap { spread in
      spread.roots.indices.map { spread.quantiles(of: $0..<($0 + 1)) } + [spread.day()]
    }
    let inOrder = quantiles.allSatisfy { quantile in
      let values = [
        quantile.low95, quantile.low80, quantile.mean, quantile.high80, quantile.high95,
      ]
      return values == values.sorted() && values[0] >= 0 && values.allSatisfy(\.isFinite)
    }
    let links = result.link?.correlations ?? []
    return complaints([
      (inOrder, "orders its quantiles, none below 0"),
      (
        links.allSatisfy {
          $0.count == targets.count && $0.allSatisfy { $0.count == targets.count }
        },
        "links every target day with every other"
      ),
    ])
  }

  private func closedAreZero(_ means: [[Double?]]) -> Bool {
    zip(targets, means).allSatisfy { zip($0.isOpen, $1).allSatisfy { $0 || $1 == 0 } }
  }

  private func openAreKnown(_ means: [[Double?]]) -> Bool {
    zip(targets, means).allSatisfy { zip($0.isOpen, $1).allSatisfy { !$0 || $1 != nil } }
  }

  private func areSound(_ means: [[Double?]]) -> Bool {
    means.joined().allSatisfy { ($0 ?? 0) >= 0 && ($0 ?? 0).isFinite }
  }
}

/// The sum of all that is known.
func total(_ profiles: [[Double?]]) -> Double {
  profiles.joined().reduce(0) { $0 + ($1 ?? 0) }
}

/// A day with its counts changed.
func changed(_ day: PastDay, _ change: (Double) -> Double) -> PastDay {
  var day = day
  day.arrivals = day.arrivals.map { $0.map(change) }
  return day
}

private let monday = LocalDate(daysSinceEpoch: 20_514)  // 2026-03-02

func targetWeek() -> [TargetDay] {
  (0..<7).map { day in
    let date = monday.adding(days: day)
    return TargetDay(date: date, weekday: date.weekday, isOpen: (0..<24).map { 8..<18 ~= $0 })
  }
}

/// Weeks of Poisson counts from 8 to 18 o'clock, `level` times 5 to 11 an hour, fewer on weekends.
func madeUpPast(weeks: Int, seed: UInt64, level: Double = 1) -> [PastDay] {
  var random = RandomStream(seed: seed, name: "forecaster checks")
  return (1...(7 * weeks)).reversed().map { back in
    let date = monday.adding(days: -back)
    let share = date.weekday.isWeekend ? 0.7 : 1
    let arrivals = (0..<24).map { hour -> Double? in
      guard 8..<18 ~= hour else { return nil }
      return Double(random.poisson(mean: level * share * (5 + Double(hour % 7))))
    }
    return PastDay(date: date, weekday: date.weekday, arrivals: arrivals)
  }
}
