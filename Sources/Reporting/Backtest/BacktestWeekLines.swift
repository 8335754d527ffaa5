import Workforce

/// The error of a few methods week by week, as lines.
struct BacktestWeekLines {
  static let width = 760.0
  static let height = 190.0
  static let plot = (left: 30.0, right: 620.0, top: 10.0, bottom: 160.0)
  private static let colors = [Palette.blue, Palette.vermilion, Palette.green]

  var figures: BacktestFigures
  var lead: Int

  private var result: BacktestResult { figures.result }
  private var weeks: [BacktestWeek] { result.weeks(lead: lead) }

  /// The best method, the weekly naive and the automatic choice, where asked for, each line once.
  private var methods: [Int] {
    let best = figures.best(lead: lead, granularity: figures.mainGranularity)
    let others = [ForecastMethod.weeklyNaive, .automatic].map(result.methods.firstIndex(of:))
    var chosen: [Int] = []
    for case let method? in [best] + others {
      let own = errors(method)
      if !chosen.contains(where: { errors($0) == own }) { chosen.append(method) }
    }
    return chosen
  }

  private func errors(_ method: Int) -> [Double?] {
    weeks.map { week in
      week.forecasts.indices.contains(method)
        ? week.forecasts[method].scores[figures.mainGranularity].weightedError.map { $0 * 100 }
        : nil
    }
  }

  /// The chart; nothing for fewer than three weeks.
  var markup: Markup {
    let lines = methods.map { (method: $0, errors: errors($0)) }
    let top = lines.flatMap { $0.errors.compactMap(\.self) }.max() ?? 0
    guard weeks.count >= 3, top > 0 else { return .none }
    let ticks = NiceTicks.values(from: 0, to: top, atMost: 6)
    let values = LinearScale(
      low: 0,
      high: ticks.last ?? top,
      start: Self.plot.bottom,
      end: Self.plot.top
    )
    let names = lines.map { result.methods[$0.method].commandName }
    return """
      <svg class="weeks" viewBox="0 0 \(Self.width) \(Self.height)" role="img">\
      <title>wMAPE in % by week, \(weeksAhead(lead))</title>\
      <desc>Lines of \(listed(names)); the table below has the figures.</desc>\
      \(side(ticks, values))\(below)\(lines.enumerated().map { position, line in
        draw(line.errors, values, color: Self.colors[position])
      })\(labels(lines.map(\.errors), names, values))</svg>
      """
  }

  private func x(_ week: Int) -> Double {
    let (left, right) = (Self.plot.left + 12, Self.plot.right - 6)
    return left + (right - left) * Double(week) / Double(max(1, weeks.count - 1))
  }

  private func side(_ ticks: [Double], _ values: LinearScale) -> Markup {
    var lines = ChartPath()
    let labels = ticks.map { tick -> Markup in
      lines.move(Self.plot.left, values(tick))
      lines.across(to: Self.plot.right)
      let text = decimal(tick, places: tick == tick.rounded() ? 0 : 1)
      return "<text x=\"\(Self.plot.left - 4)\" y=\"\(values(tick) + 3.5)\">\(text)</text>"
    }
    return "\(lines.element("grid"))<g class=\"side\">\(labels)</g>"
  }

  private var below: Markup {
    let step = (weeks.count + 10) / 11
    let labels = weeks.indices.filter { $0 % step == 0 }.map { index -> Markup in
      let date = weeks[index].origin
      let text = "\(date.components.day) \(date.monthName.prefix(3))"
      return "<text x=\"\(x(index))\" y=\"\(Self.plot.bottom + 15)\">\(text)</text>"
    }
    return "<g class=\"below\">\(labels)</g>"
  }

  /// A line with gaps where a week is left out, and a dot per week.
  private func draw(_ errors: [Double?], _ values: LinearScale, color: String) -> Markup {
    var path = ChartPath()
    var isDrawn = false
    let dots = errors.enumerated().map { index, error -> Markup in
      guard let error else {
        isDrawn = false
        return .none
      }
      if isDrawn { path.line(x(index), values(error)) } else { path.move(x(index), values(error)) }
      isDrawn = true
      return "<circle cx=\"\(x(index))\" cy=\"\(values(error))\" r=\"2.6\" fill=\"\(color)\"/>"
    }
    return
      "<path d=\"\(path.data)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.6\"/>\(dots)"
  }

  /// Names at the ends of the lines, moved apart.
  private func labels(_ errors: [[Double?]], _ names: [String], _ values: LinearScale) -> Markup {
    let ends = errors.map { values($0.last { $0 != nil }.flatMap(\.self) ?? 0) }
    var last = -Double.infinity
    let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
    return Markup(
      order.map { index in
        last = max(ends[index] + 3.5, last + 13)
        return """
          <text x="\(Self.plot.right + 6)" y="\(last)" style="fill:\(Self.colors[index])">\
          \(names[index])</text>
          """
      }
    )
  }
}
