import Testing
import Workforce

@testable import Rostering

/// The pricing of weeks against all weeks by trial, and against the plain dynamic program.
@Suite struct WeekPricerTests {
  private static let extras = [
    WeekPricer.Extras(),
    WeekPricer.Extras(overtimePrice: 0.3),
    WeekPricer.Extras(overtimeLimit: 60),
    WeekPricer.Extras(overtimePrice: 0.1, overtimeLimit: 0),
    WeekPricer.Extras(overtimeRoom: 60, excessPrice: 2),
    WeekPricer.Extras(overtimePrice: 0.1, overtimeRoom: -30, excessPrice: 1),
    WeekPricer.Extras(overtimeRoom: 30, excessPrice: 0.5, overtimeLimit: 90),
  ]

  /// A week's price with the prices of the extras.
  private static func price(
    _ week: RandomEmployee.Week,
    of person: RandomEmployee,
    _ extras: WeekPricer.Extras
  ) -> Double? {
    guard week.overtime <= extras.overtimeLimit else { return nil }
    let perMinute =
      person.employee.wagePerMinute * person.prices.overtimePremium + extras.overtimePrice
    // others have used up what is not there, so that a negative room is no room
    let excess =
      extras.overtimeRoom == .max ? 0 : max(0, week.overtime - max(0, extras.overtimeRoom))
    return week.price + perMinute * Double(week.overtime) + extras.excessPrice * Double(excess)
  }

  private static func check(_ person: RandomEmployee) {
    let (problem, tables) = person.problem()
    let all = person.weeks
    var pricer = WeekPricer()
    for extras in extras {
      let prices = all.map { price($0, of: person, extras) }
      let least = prices.compactMap(\.self).min()
      let found = pricer.cheapest(
        problem.plans[0],
        tables: tables,
        extras: extras,
        problem: problem
      )
      guard let found, let least else {
        #expect(found == nil && least == nil)
        continue
      }
      #expect(abs(found.reducedCost - least) < 1e-9)
      let choice = choice(found, problem: problem)
      let chosen = all.firstIndex { $0.choice == choice }
      #expect(chosen.flatMap { prices[$0] }.map { abs($0 - least) < 1e-9 } == true)
    }
  }

  /// The positions of a week's options by date.
  private static func choice(_ week: WeekPricer.Week, problem: RosterProblem) -> [Int?] {
    (0..<RandomEmployee.dayCount).map { day in
      guard let pick = week.picks.first(where: { $0.day == day }) else { return nil }
      let plan = problem.plans[0].days[day]
      let kind = plan.kinds[pick.kind]
      return problem.employees[0].days[day].options.firstIndex {
        $0.start == plan.starts[pick.start] && $0.shape == kind.shape
          && $0.agenda == kind.agenda
      }
    }
  }

  @Test(arguments: 0..<300)
  func `finds the cheapest of all weeks`(seed: Int) {
    Self.check(RandomEmployee(seed: seed))
  }

  @Test(arguments: 0..<300)
  func `finds it in a week whose clocks change`(seed: Int) {
    Self.check(RandomEmployee(seed: seed).withClockChange(seed: seed))
  }

  @Test(arguments: 0..<300)
  func `agrees with the plain dynamic program`(seed: Int) {
    let person = RandomEmployee(seed: seed).withClockChange(seed: seed)
    let (problem, tables) = person.problem()
    var plain = problem.pricer(of: problem.employees[0], tables: tables)
    for (price, limit) in [(0.0, Int.max), (0.3, 90), (2, 0)] {
      let week = plain.cheapest(overtimePrice: price, overtimeLimit: limit)
      let tour = problem.cheapestTour(
        of: 0,
        tables: tables,
        overtimePrice: price,
        overtimeLimit: limit
      )
      #expect((week == nil) == (tour == nil))
      guard let week, let tour else { continue }
      #expect(abs(week.reducedCost - tour.reducedCost) < 1e-9)
    }
  }

  /// Two courses with classes to choose, in both pricings.
  @Test(arguments: 0..<300)
  func `attends exactly one session of each of two courses`(seed: Int) {
    let sessions = RandomEmployee.sessions(seed: seed)
    var person = RandomEmployee(seed: seed).withTraining(sessions, seed: seed)
    person.employee.demands = [[0, 2], [1, 3]]
    let (problem, tables) = person.problem(sessions: sessions)
    let premium = person.employee.wagePerMinute * person.prices.overtimePremium
    let least = person.weeks.compactMap { week -> Double? in
      let attended = week.choice.enumerated().compactMap { day, index in
        index.map { person.employee.days[day].options[$0].agenda }
      }.filter { $0 >= 0 }
      guard attended.count == 2, attended.map({ $0 % 2 }).sorted() == [0, 1] else { return nil }
      return week.price + premium * Double(week.overtime)
    }.min()
    var pricer = WeekPricer()
    let found = pricer.cheapest(
      problem.plans[0],
      tables: tables,
      extras: WeekPricer.Extras(),
      problem: problem
    )?.reducedCost
    var plain = TourPricer(
      employee: person.employee,
      shapes: person.shapes,
      prices: person.prices,
      costs: person.costs
    )
    let week = plain.cheapest()
    #expect((found == nil) == (least == nil) && (week == nil) == (least == nil))
    guard let found, let least, let week else { return }
    #expect(abs(found - least) < 1e-9 && abs(week.reducedCost - least) < 1e-9)
    let chosen = week.shifts.map { person.employee.days[$0.day].options[$0.option].agenda }
    #expect(chosen.filter { $0 >= 0 }.map { $0 % 2 }.sorted() == [0, 1])
  }

  @Test(arguments: 0..<300)
  func `attends exactly one session, at the sessions' prices`(seed: Int) {
    let sessions = RandomEmployee.sessions(seed: seed)
    let person = RandomEmployee(seed: seed).withTraining(sessions, seed: seed)
    let (problem, tables) = person.problem(sessions: sessions)
    let prices = sessions.indices.map { Double(($0 * 7 + seed) % 4) * 9 }
    let attended = { (week: RandomEmployee.Week) in
      week.choice.enumerated().compactMap { day, index in
        index.map { person.employee.days[day].options[$0].agenda }
      }.filter { $0 >= 0 }
    }
    let premium = person.employee.wagePerMinute * person.prices.overtimePremium
    let least = person.weeks.compactMap { week -> Double? in
      let sessions = attended(week)
      guard sessions.count == 1 else { return nil }
      return week.price + premium * Double(week.overtime) + prices[sessions[0]]
    }.min()
    var pricer = WeekPricer()
    let found = pricer.cheapest(
      problem.plans[0],
      tables: tables,
      extras: WeekPricer.Extras(sessions: prices),
      problem: problem
    )
    #expect((found == nil) == (least == nil))
    if let found, let least { #expect(abs(found.reducedCost - least) < 1e-9) }
  }

  @Test(arguments: 0..<300)
  func `pays for each slot of presence`(seed: Int) {
    var person = RandomEmployee(seed: seed)
    person.employee.headSet = 1
    let (problem, tables) = person.problem(
      headSets: [[], [0]],
      heads: [HeadLimit(slots: 0..<40, least: 0, most: 1)]
    )
    var random = RandomStream(seed: 8, name: "presence", keys: seed)
    let prices = (0..<problem.slotCount).map { _ in Double(random.below(9) - 4) }
    let premium = person.employee.wagePerMinute * person.prices.overtimePremium
    let least = person.weeks.map { week -> Double in
      week.choice.enumerated().reduce(week.price + premium * Double(week.overtime)) { sum, day in
        guard let index = day.element else { return sum }
        let option = person.employee.days[day.offset].options[index]
        let span = option.start..<option.start + person.shapes[option.shape].length
        return span.reduce(sum) { $0 + prices[$1] }
      }
    }.min()
    var pricer = WeekPricer()
    let sums = prices.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
    let found = pricer.cheapest(
      problem.plans[0],
      tables: tables,
      extras: WeekPricer.Extras(presence: [[], sums]),
      problem: problem
    )
    #expect((found == nil) == (least == nil))
    if let found, let least { #expect(abs(found.reducedCost - least) < 1e-9) }
  }
}
