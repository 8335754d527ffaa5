import Foundation
import TestSupport
import Testing
import Workforce

@testable import Reporting

/// The drawings of what-ifs: frontier and surfaces.
@Suite struct WhatIfFiguresTests {
  private func page(_ comparison: WhatIfComparison) -> String {
    SheetPage(FigureSheet(comparison), figures: WhatIfFigures(comparison).figures).html()
  }

  private func body(_ comparison: WhatIfComparison, _ id: String) throws -> String {
    let figure = try #require(WhatIfFigures(comparison).figures.first { $0.id == id })
    return figure.body.source
  }

  @Test func `a grid of two axes has surfaces of service, pay and hours`() throws {
    let comparison = ComparisonFixtures.grid(rows: 2, columns: 2)
    let service = try body(comparison, "surface")
    let money = try body(comparison, "pay-surface")
    #expect(service.contains(">83<") && service.contains(">95<"))
    for figure in ["1,010", "1,040", "101", "104"] {
      #expect(money.contains(">\(figure)<"), "\(figure)")
    }
    #expect(money.contains("<h3>Pay of the week, GBP</h3>"))
    #expect(money.contains("<h3>Paid hours</h3>"))
    #expect(XMLReading(page(comparison)).failure == nil)
  }

  @Test func `a grid of one axis has them as strips, three axes have none`() throws {
    let line = ComparisonFixtures.comparison(
      axes: ["volume"],
      variants: ["0.9", "1", "1.1"].enumerated().map { index, value in
        ComparisonFixtures.run(
          "volume-\(index)",
          point: [value],
          pay: 1000 + 100 * Double(index),
          service: 0.9
        )
      }
    )
    #expect(try body(line, "pay-surface").contains(">1,200<"))
    #expect(WhatIfFigures(line).figures.map(\.id) == ["frontier", "surface", "pay-surface"])
    var cube = line
    cube.axes = ["a", "b", "c"]
    #expect(WhatIfFigures(cube).figures.map(\.id) == ["frontier"])
  }

  @Test func `a small surface keeps its size`() throws {
    let small = try body(ComparisonFixtures.grid(rows: 2, columns: 2), "surface")
    // 74 + 2 × 46 + 62
    #expect(small.contains("max-width:228px;min-width:228px"))
    let wide = try body(ComparisonFixtures.grid(rows: 2, columns: 19), "surface")
    #expect(wide.contains("max-width:1010px;min-width:820px"))
  }

  @Test func `of many points those on the frontier and the base are named`() throws {
    let comparison = ComparisonFixtures.grid(rows: 9, columns: 5)
    let chart = try body(comparison, "frontier")
    let names = try #require(chart.components(separatedBy: "<g class=\"names\">").last)
    let best = comparison.isOnFrontier(queue: 0)
    for (run, isBest) in zip([comparison.base] + comparison.variants, best) {
      let label = run.point.isEmpty ? run.name : run.point.joined(separator: ", ")
      #expect(names.contains(">\(label)<") == (isBest || run.name == "base"), "\(label)")
    }
    #expect(best.contains(true) && best.contains(false))
  }

  @Test func `a day without contacts has a dash`() throws {
    let comparison = ComparisonFixtures.grid(rows: 1, columns: 2)
    let days = try #require(WhatIfTables(comparison).tables.first { $0.name == "days" })
    for row in days.rows {
      #expect(row.cells.last == .text("–"))
      #expect(row.cells[2] != .text("–"))
    }
  }
}
