import Workforce

extension WorthReport {
  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    let kinds = Kind.allCases.filter { kind in rows.contains { $0.kind == kind } }
    return Page(
      title: "\(title), what things are worth, \(week)",
      contents: [(id: "map", title: "The week")]
        + kinds.map { (id: $0.rawValue, title: $0.title) } + [
          (id: "apart", title: "How far apart")
        ],
      sections: [headline, mapSection] + kinds.map(kindSection) + [apartSection]
    ).html
  }

  private var headline: Markup {
    let standing = standing
    let tiles: [(String, String, String)] = [
      ("Cost of the roster", amount(standing.objective), "at least \(amount(standing.bound))"),
      ("Not proved", amount(standing.gap), "the gap"),
      ("An hour at work", amount(standing.meanHour), "on the average, by the duals"),
      ("Pay of an hour", amount(standing.wage), "on the average"),
      ("Searched again", grouped(confirmed().count), "with and without"),
    ]
    let boxes = tiles.map { name, figure, detail -> Markup in
      "<div><dt>\(name)</dt><dd>\(figure)<small>\(detail)</small></dd></div>"
    }
    let sentences = highlights.map { sentence -> Markup in "<p>\(sentence)</p>" }
    return """
      <header><p class="kicker">What things are worth · \(week.rangeText)</p><h1>\(title)</h1>\
      <p class="verdict">\(summary.last ?? "")</p></header>\
      <dl class="tiles facts">\(boxes)</dl>\(sentences)\n
      """
  }

  private var mapSection: Markup {
    let alone = rows.filter { $0.kind == .hour && queues.contains($0.what) }
    let limits = Self.limits(upTo: alone.map(\.dual).max() ?? 1)
    return section(
      "map",
      "One more hour, through the week",
      lead: """
        What one more person who serves the queue saves through the hour that begins at each interval, \
        by the duals, in \(currency); at the right the highest of the day.
        """,
      [legend(limits)] + queues.map { map($0, limits) }
    )
  }

  private func map(_ queue: String, _ limits: [Double]) -> Markup {
    let own = rows.filter { $0.kind == .hour && $0.what == queue }
    var values = [Double?](repeating: nil, count: grid.count)
    for row in own {
      guard let from = row.from else { continue }
      let index = grid.index(of: from)
      if values.indices.contains(index) { values[index] = row.dual }
    }
    guard let window = grid.clockWindow(where: values.map { $0 != nil }) else { return .none }
    let columns = ClockColumns(grid: grid, window: window)
    let map = HeatMap(
      title: "Worth of one more hour of \(queue) by day and time",
      summary: own.max { $0.dual < $1.dual }.map { "Highest on \(time($0))" } ?? "",
      rows: grid.dates.indices.map { day in
        let cells = columns.intervals[day].map { $0.flatMap { values[$0] } }
        let highest = cells.compactMap(\.self).max()
        return (grid.dates[day].shortText, highest.map { decimal($0, places: 1) } ?? "–", cells)
      },
      columnLabels: columns.columns.map { column in
        column.minute % 60 == 0 ? padded(column.minute / 60, 2) : ""
      },
      target: -.infinity,
      limits: limits,
      figure: { decimal($0) }
    )
    return """
      <div class="together"><h3>\(queue)</h3>\(map.markup)</div>\n
      """
  }

  /// Six limits in equal round steps, of which a highest value is above the last or near it.
  static func limits(upTo highest: Double) -> [Double] {
    let wanted = max(0.01, highest) / 7
    var power = 1e-3
    while 10 * power < wanted { power *= 10 }
    let steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * power }
    let step = steps.first { $0 >= wanted } ?? wanted
    return (1...6).map { Double($0) * step }
  }

  private func legend(_ limits: [Double]) -> Markup {
    let names = limits.map { limit in
      decimal(
        limit,
        places: (0...3).first { places in
          let scaled = (0..<places).reduce(limit) { value, _ in value * 10 }
          return abs(scaled - scaled.rounded()) < 1e-6
        } ?? 3
      )
    }
    let entries = (["<\(names.first ?? "")"] + names.map { "\($0)+" }).enumerated()
      .map { level, name -> Markup in
        """
        <span><svg class="key" viewBox="0 0 16 10"><rect class="v\(level)" width="16" \
        height="10"/></svg>\(name)</span>
        """
      }
    return "<p class=\"legend\">\(entries)</p>"
  }

  private func kindSection(_ kind: Kind) -> Markup {
    let ranked = ranked(kind)
    let (shown, folded) = (
      Array(ranked.prefix(max(40, top))), Array(ranked.dropFirst(max(40, top)))
    )
    let more: Markup =
      folded.isEmpty
      ? .none
      : """
      <details><summary>\(counted(folded.count, "more", "more"))</summary>\
      \(table(kind, folded))</details>
      """
    return section(kind.rawValue, kind.title, lead: "\(kind.lead)", [table(kind, shown), more])
  }

  private func table(_ kind: Kind, _ rows: [Row]) -> Markup {
    let hasTime = kind == .hour || kind == .shift
    let columns: [TableColumn] =
      [.text("What")] + (hasTime ? [.text("When")] : [])
      + [
        .number("By the duals"), .number("By a new search"), .number("Apart"),
        .text("Inside the gap"), .number("Proved to lie in"),
      ]
      + (hasTime
        ? [.number("In this roster, others fixed")]
        : [.number("Agent-hours, at their worth"), .number("Hours of pay")])
      + (kind == .hour ? [.number("Contacts in time")] : [])
      + (kind == .shift ? [.number("Cover lost, others fixed")] : [])
    let cells = rows.map { row -> [Markup] in
      let proved = row.proved.map {
        "\(decimal($0.lowerBound, places: 0)) to \(decimal($0.upperBound))"
      }
      let figure = { (value: Double?) -> Markup in "\(value.map { decimal($0, places: 2) } ?? "–")"
      }
      return ["\(row.what)"] + (hasTime ? ["<span class=\"nowrap\">\(time(row))</span>"] : [])
        + [
          figure(row.dual), figure(row.resolve), figure(row.difference), "\(inside(row))",
          "\(proved ?? "–")",
        ]
        + (hasTime
          ? [figure(row.marginal)]
          : ["\(hours(row, agentHours))", "\(hours(row, payHours))"])
        + (kind == .hour ? ["\(contacts(row))"] : [])
        + (kind == .shift ? [figure(row.cover)] : [])
    }
    return Reporting.table(kind.title, columns, cells)
  }

  private func inside(_ row: Row) -> String {
    row.difference.map { abs($0) <= standing.gap + 1e-6 ? "yes" : "no" } ?? "–"
  }

  private func hours(_ row: Row, _ translated: (Double) -> Double?) -> String {
    translated(row.resolve ?? row.dual).map { decimal($0, places: 1) } ?? "–"
  }

  private func contacts(_ row: Row) -> String {
    row.contactPrice.map { decimal((row.resolve ?? row.dual) / $0, places: 1) } ?? "–"
  }

  private var apartSection: Markup {
    let kinds = Kind.allCases.filter { !confirmed($0).isEmpty }
    guard !kinds.isEmpty else {
      return section(
        "apart",
        "How far apart",
        lead: .none,
        [nothing("Nothing was searched again.")]
      )
    }
    let figures = kinds.map { kind -> Markup in
      let points = confirmed(kind).compactMap { row in row.resolve.map { (row.dual, $0) } }
      let chart = WorthScatter(title: "\(kind.title): duals and searches", points: points)
      return "<div><h3>\(kind.title)</h3>\(chart.markup)</div>"
    }
    return section(
      "apart",
      "How far apart",
      lead: """
        Each point is one thing, in \(currency); on the dashed line both figures are the same. \
        A new search cannot find more than the duals say by more than the gap of \(amount(standing.gap)), \
        nor lose less when somebody is away.
        """,
      ["<div class=\"pair\">\(figures)</div>", agreementTable(kinds)]
    )
  }

  private func agreementTable(_ kinds: [Kind]) -> Markup {
    let lots = kinds.map { ($0.title, confirmed($0)) } + [("All", confirmed())]
    let rows = lots.compactMap { name, rows -> [Markup]? in
      guard let agreement = WorthAgreement(rows, standing) else { return nil }
      return [
        "\(name)", "\(grouped(agreement.count))",
        "\(agreement.differences.map { decimal($0, places: 2) }.joined(separator: " · "))",
        "\(agreement.shares.map { percent($0, places: 0) }.joined(separator: " · "))",
        "\(percent(agreement.insideGap, places: 0))", "\(percent(agreement.kept, places: 0))",
      ]
    }
    return Reporting.table(
      "How far duals and searches are apart",
      [
        .text("Kind"), .number("Searched again"), .number("Apart: quartiles, \(currency)"),
        .number("As a share of the larger"), .number("Inside the gap"),
        .number("As far as can be proved"),
      ],
      rows
    )
  }
}
