import Foundation
import Testing
import Workforce

@testable import Reporting

@Suite struct NiceTicksTests {
  @Test(arguments: 0..<300)
  func `are round, equal steps that cover the range with few numbers`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "ticks")
    let scale = pow(10, Double(random.below(9)) - 3)
    let low = random.unit() < 0.5 ? 0 : (random.unit() - 0.5) * scale
    let high = low + (0.001 + random.unit()) * scale
    let count = 3 + random.below(8)
    let ticks = NiceTicks.values(from: low, to: high, atMost: count)
    #expect(ticks.count >= 2 && ticks.count <= count)
    let step = ticks[1] - ticks[0]
    let tolerance = step * 1e-6
    #expect(ticks[0] <= low + tolerance && ticks[ticks.count - 1] >= high - tolerance)
    #expect(ticks[0] > low - step - tolerance && ticks[ticks.count - 1] < high + step + tolerance)
    for (index, tick) in ticks.enumerated() {
      #expect(abs(tick - (ticks[0] + Double(index) * step)) < tolerance)
      #expect(abs((tick / step).rounded() - tick / step) < 1e-6)
    }
    // Every smaller round step needs too many numbers.
    let leading = step / pow(10, (log10(step) + 1e-9).rounded(.down))
    #expect([1.0, 2, 5].contains { abs($0 - leading) < 1e-6 })
    let smaller = leading < 1.5 ? step / 2 : leading < 3 ? step / 2 : step / 2.5
    let needed =
      (high / smaller - 1e-9).rounded(.up) - (low / smaller + 1e-9).rounded(.down) + 1
    #expect(Int(needed) > count)
  }

  @Test func `counts of people stay whole`() {
    #expect(NiceTicks.values(from: 0, to: 2, atMost: 5, leastStep: 1) == [0, 1, 2])
    #expect(NiceTicks.values(from: 0, to: 1, atMost: 6, leastStep: 1) == [0, 1])
    #expect(NiceTicks.values(from: 0, to: 0.7, atMost: 5) == [0, 0.2, 0.4, 0.6, 0.8])
    #expect(NiceTicks.values(from: 0, to: 0, atMost: 3) == [0, 0.5, 1])
  }
}

@Suite struct PaletteTests {
  /// Relative luminance as WCAG 2.2 defines it.
  private func luminance(_ color: String) throws -> Double {
    let full = color.count == 4 ? "#" + color.dropFirst().flatMap { [$0, $0] } : color
    let value = try #require(Int(full.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { (shift: Int) -> Double in
      let part = Double((value >> shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let weights = [0.2126, 0.7152, 0.0722]
    return zip(parts, weights).map { $0 * $1 }.reduce(0, +)
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `amounts grow in luminance, so they need no color vision`() throws {
    let lights = try Palette.amounts.map(luminance)
    #expect(zip(lights, lights.dropFirst()).allSatisfy { $0 + 0.02 < $1 })
    #expect(Palette.amounts.count == HeatMap.limits.count + 1)
  }

  @Test func `text on every color can be read`() throws {
    for color in Palette.amounts {
      #expect(try contrast(Palette.text(on: color), color) >= 4.5, "\(color)")
    }
    for color in [Palette.ink, Palette.muted, Palette.blue, Palette.vermilion] {
      #expect(try contrast(color, "#ffffff") >= 4.5, "\(color)")
    }
  }
}

@Suite struct ClockChartTests {
  private func grid(_ week: String, _ step: Int = 30) throws -> TimeGrid {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let week = try #require(ISOWeek(week))
    return try #require(TimeGrid(week: week, stepMinutes: step, zone: zone))
  }

  @Test func `a day of 23 hours leaves the skipped hour empty`() throws {
    let grid = try grid("2026-W13")
    let columns = ClockColumns(grid: grid, window: 0..<1440)
    #expect(columns.columns.count == 48)
    #expect(columns.intervals[6].compactMap(\.self).count == 46)
    #expect(columns.intervals[6][2] == nil && columns.intervals[6][3] == nil)
    for (column, interval) in columns.intervals[6].enumerated() {
      guard let interval else { continue }
      #expect(grid.local(at: interval).minuteOfDay == columns.columns[column].minute)
    }
  }

  @Test func `a day of 25 hours shows the repeated hour twice, in order`() throws {
    let grid = try grid("2026-W43")
    let columns = ClockColumns(grid: grid, window: 0..<1440)
    #expect(columns.columns.count == 50)
    let sunday = columns.intervals[6].compactMap(\.self)
    #expect(sunday == Array(grid.days[6]))
    #expect(columns.columns[2...5].map(\.isRepeated) == [false, false, true, true])
    #expect(
      columns.intervals[0][4] == nil && columns.intervals[0][6] == grid.days[0].lowerBound + 4
    )
  }

  @Test func `hours of a day keep their width, and a repeated hour its label`() throws {
    let grid = try grid("2026-W43", 60)
    let axis = try #require(
      DayAxis(grid: grid, day: 6, window: 0..<1440, from: 0, to: 250, atMost: 30)
    )
    #expect(axis.intervals.count == 25)
    #expect(axis.ticks.map(\.label).prefix(5) == ["00", "01", "01", "02", "03"])
    #expect(axis.ticks.last?.label == "24")
    #expect(abs(axis.position(axis.ticks[3].index) - 30) < 1e-9)
  }

  @Test func `there is no axis where no interval starts`() throws {
    let axis = DayAxis(
      grid: try grid("2026-W13"),
      day: 6,
      window: 60..<120,
      from: 0,
      to: 1,
      atMost: 3
    )
    #expect(axis == nil)
  }
}
