public import Forecasting
import Workforce

/// What every forecaster keeps, whatever its method; the complaints, none when all is well.
///
/// Bugs found in one forecaster become checks for all.
public func checkForecaster(_ forecaster: any Forecaster, seed: UInt64) -> [String] {
  var complaints: [String] = []
  let check = { (holds: Bool, complaint: String) in
    if !holds { complaints.append(complaint) }
  }
  let past = madeUpPast(weeks: 10, seed: seed)
  let targets = targetWeek()
  let means = forecaster.forecast(targets, after: past, calendar: calendar).means

  check(means.count == targets.count, "gives one profile per target")
  for (target, profile) in zip(targets, means) {
    check(profile.count == target.isOpen.count, "gives one number per interval of \(target.date)")
    for (mean, isOpen) in zip(profile, target.isOpen) {
      check(isOpen ? mean != nil : mean == 0, "knows open intervals and expects 0 in closed ones")
      check((mean ?? 0) >= 0 && (mean ?? 0).isFinite, "expects finite numbers, at least 0")
    }
  }
  check(
    means == forecaster.forecast(targets, after: past, calendar: calendar).means,
    "repeats itself"
  )
  let doubled = past.map { day in
    PastDay(date: day.date, weekday: day.weekday, arrivals: day.arrivals.map { $0.map { $0 + 40 } })
  }
  let higher = forecaster.forecast(targets, after: doubled, calendar: calendar).means
  check(sum(higher) > sum(means), "expects more after more")
  return complaints + checkUnknowns(forecaster, targets, past)
}

private func checkUnknowns(
  _ forecaster: any Forecaster,
  _ targets: [TargetDay],
  _ past: [PastDay]
) -> [String] {
  var complaints: [String] = []
  let check = { (holds: Bool, complaint: String) in
    if !holds { complaints.append(complaint) }
  }
  let unknown = forecaster.forecast(targets, after: [], calendar: calendar).means
  check(
    zip(targets, unknown).allSatisfy { target, profile in
      zip(target.isOpen, profile).allSatisfy { $0 ? $1 == nil : $1 == 0 }
    },
    "knows nothing from nothing"
  )
  let holes = past.map { day in
    PastDay(
      date: day.date,
      weekday: day.weekday,
      arrivals: day.arrivals.enumerated().map { $0.offset % 3 == 0 ? nil : $0.element }
    )
  }
  check(
    zip(forecaster.forecast(targets, after: holes, calendar: calendar).means, targets).allSatisfy {
      profile,
      target in
      target.isOpen.indices.allSatisfy { $0 % 3 == 0 || profile[$0] != nil }
    },
    "bears holes"
  )
  return complaints
}

private func sum(_ profiles: [[Double?]]) -> Double {
  profiles.joined().reduce(0) { $0 + ($1 ?? 0) }
}

private let calendar = DayCalendar(openWeekdays: Weekday.allCases)

private let monday = LocalDate(daysSinceEpoch: 20_514)  // 2026-03-02

private func targetWeek() -> [TargetDay] {
  (0..<7).map { day in
    let date = monday.adding(days: day)
    return TargetDay(date: date, weekday: date.weekday, isOpen: (0..<24).map { 8..<18 ~= $0 })
  }
}

private func madeUpPast(weeks: Int, seed: UInt64) -> [PastDay] {
  var random = RandomStream(seed: seed, name: "forecaster checks")
  return (1...(7 * weeks)).reversed().map { back in
    let date = monday.adding(days: -back)
    let arrivals = (0..<24).map { hour -> Double? in
      8..<18 ~= hour ? Double(random.poisson(mean: 5 + Double(hour % 7))) : nil
    }
    return PastDay(date: date, weekday: date.weekday, arrivals: arrivals)
  }
}
