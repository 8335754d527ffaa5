import Testing
import Workforce

@testable import Rostering

@Suite struct TourPricerTests {
  private static func pricer(_ person: RandomEmployee) -> TourPricer {
    TourPricer(
      employee: person.employee,
      shapes: person.shapes,
      prices: person.prices,
      costs: person.costs
    )
  }

  private static func choice(_ week: TourPricer.Week) -> [Int?] {
    (0..<RandomEmployee.dayCount).map { day in week.shifts.first { $0.day == day }?.option }
  }

  @Test(arguments: 0..<300)
  func `finds the cheapest of all weeks`(seed: Int) {
    let person = RandomEmployee(seed: seed)
    let all = person.weeks
    var pricer = Self.pricer(person)
    for (overtimePrice, limit) in [(0.0, Int.max), (0.3, Int.max), (0, 60), (0.1, 0)] {
      let perMinute =
        person.employee.wagePerMinute * person.prices.overtimePremium + overtimePrice
      let allowed = all.filter { $0.overtime <= limit }
      let prices = allowed.map { $0.price + perMinute * Double($0.overtime) }
      let found = pricer.cheapest(overtimePrice: overtimePrice, overtimeLimit: limit)
      guard let found, let least = prices.min() else {
        #expect(found == nil && prices.isEmpty)
        continue
      }
      #expect(abs(found.reducedCost - least) < 1e-9)
      let chosen = allowed.indices.first { allowed[$0].choice == Self.choice(found) }
      #expect(chosen.map { abs(prices[$0] - least) < 1e-9 } == true)
    }
  }

  @Test(arguments: 0..<200)
  func `lists all weeks within a price, each once`(seed: Int) {
    let person = RandomEmployee(seed: seed)
    var pricer = Self.pricer(person)
    let perMinute = person.employee.wagePerMinute * person.prices.overtimePremium + 0.2
    let all = person.weeks.map { ($0.choice, $0.price + perMinute * Double($0.overtime)) }
    let least = all.map(\.1).min() ?? 0
    for slack in [0.01, 20.01, 1e6] {
      let expected = all.filter { $0.1 <= least + slack }
      let listed = pricer.weeks(atMost: least + slack, overtimePrice: 0.2, limit: 100_000)
      #expect(Set(listed?.map(Self.choice) ?? []) == Set(expected.map(\.0)))
      #expect(listed?.count == expected.count)
      guard expected.count > 1 else { continue }
      let few = pricer.weeks(
        atMost: least + slack,
        overtimePrice: 0.2,
        limit: expected.count - 1
      )
      #expect(few == nil)
    }
  }
}
