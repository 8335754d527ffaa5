import Testing
import Workforce

@testable import Forecasting

@Suite struct IntervalConversionTests {
  @Test func `adds up shorter intervals`() {
    #expect(IntervalConversion.merge([1, 2, 3, 4, nil, 6], parts: 2) == [3, 7, nil])
  }

  @Test func `splits along the slope of the neighbors`() {
    // Slope 2·12·12/24 = 12 per interval, so the halves run at 9 and 15.
    let parts = IntervalConversion.split(
      [0, 12, 24],
      parts: 2,
      isOpen: [true, true, true, true, true, true]
    )
    #expect(parts == [0, 0, 4.5, 7.5, 12, 12])
  }

  @Test func `gives closed parts nothing`() {
    let parts = IntervalConversion.split([8], parts: 2, isOpen: [false, true])
    #expect(parts == [0, 8])
  }

  @Test(arguments: UInt64(0)..<50)
  func `keeps every total and never falls below zero`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "conversion")
    let values = (0..<48).map { _ -> Double? in
      random.unit() < 0.1 ? nil : Double(random.poisson(mean: 40 * random.unit()))
    }
    for parts in [2, 3, 4, 6, 12] {
      let open = (0..<(48 * parts)).map { _ in random.unit() < 0.7 }
      let split = IntervalConversion.split(values, parts: parts, isOpen: open)
      #expect(split.allSatisfy { ($0 ?? 0) >= 0 })
      let back = IntervalConversion.merge(split, parts: parts)
      for (before, after) in zip(values, back) {
        #expect((before == nil) == (after == nil))
        #expect(abs((before ?? 0) - (after ?? 0)) < 1e-9)
      }
    }
  }
}
