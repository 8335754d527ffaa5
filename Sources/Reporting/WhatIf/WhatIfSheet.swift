public import Workforce

extension FigureSheet {
  /// A scenario and its variants side by side.
  public init(_ comparison: WhatIfComparison) {
    let count = comparison.variants.count
    let missing =
      comparison.missing.isEmpty
      ? "" : " \(counted(comparison.missing.count, "run is", "runs are")) still missing."
    self.init(
      kind: "What if",
      title: comparison.center,
      context: "\(comparison.week)",
      lead:
        "\(counted(count, "variant", "variants")) beside the scenario as it is. All rosters are "
        + "made with the same seed and effort"
        + (comparison.isWarm ? ", going on from one roster of the scenario as it is" : "")
        + ", and meet the same customers in \(grouped(comparison.replications)) repetitions.\(missing)",
      facts: WhatIfTables(comparison).facts,
      tables: WhatIfTables(comparison).tables,
      notes: [
        "A difference in service is real when its 95% interval leaves out zero; most of the chance cancels "
          + "in it, because all variants meet the same contacts and the same absences. "
          + (comparison.isWarm
            ? ""
            : "It is that of these two rosters: each search ended elsewhere, and others as good serve "
              + "a little differently; what a small change does is seen with --warm. ")
          + "Where a variant promises another time, its difference is measured within the base's.",
        "What is proved of cost comes from both runs' bounds. Where each run finds its own prices of "
          + "contacts (costs.cover is service), the costs have no common scale and nothing is proved.",
        "Pay is that of rostered hours: days away lessen a contract's hours, and what is paid for them is not "
          + "in it.",
        "Each run is a folder of its own in runs/, with its report; 'shiftwright verify' confirms it.",
      ]
    )
  }
}

/// The tables of a comparison.
struct WhatIfTables {
  typealias Table = FigureTable
  typealias Fact = FigureSheet.Fact

  let comparison: WhatIfComparison

  init(_ comparison: WhatIfComparison) { self.comparison = comparison }

  private var all: [WhatIfResult] { [comparison.base] + comparison.variants }
  private var base: WhatIfResult { comparison.base }

  var facts: [Fact] {
    let money = { (value: Double) in Reporting.money(value, comparison.currency) }
    let queues = base.queues.count
    return [
      Fact("Pay as it is", money(base.pay), detail: "gap \(money(base.gap))"),
      Fact("Paid hours", decimal(base.people.paidHours), detail: "as it is"),
      Fact(
        "Queues on target",
        "\(base.queuesOnTarget) of \(queues)",
        detail: "as it is"
      ),
    ]
  }

  var tables: [Table] { [answers, overview, service, people, rules, days] }

  private func words(_ result: WhatIfResult) -> WhatIfWords {
    WhatIfWords(comparison: comparison, result: result)
  }

  /// Columns and fields of a grid's point.
  private var pointColumns: [Table.Column] {
    comparison.axes.map { Table.Column($0.replacing(":", with: "_"), $0) }
  }

  private func point(_ result: WhatIfResult) -> [Table.Cell] {
    comparison.axes.indices.map { axis in
      result.point.indices.contains(axis) ? .text(result.point[axis]) : .none
    }
  }

  private var overview: Table {
    Table(
      name: "variants",
      title: "Cost, hours and heads",
      lead:
        "Pay holds overtime. The gap is that of all that is weighed, pay, wishes and service: so far "
        + "below may a better roster lie, by proof.",
      columns: [Table.Column("variant", "Variant")] + pointColumns + [
        Table.Column("pay", "Pay", isNumber: true),
        Table.Column("pay_difference", "Against base", isNumber: true),
        Table.Column("gap", "Gap", isNumber: true),
        Table.Column("paid_hours", "Paid hours", isNumber: true),
        Table.Column("hours_difference", "Against base", isNumber: true),
        Table.Column("overtime_hours", "Overtime", isNumber: true, isWide: true),
        Table.Column("required_hours", "Hours needed", isNumber: true),
        Table.Column("peak_need", "Most at once", isNumber: true, isWide: true),
        Table.Column("queues_on_target", "On target", isNumber: true),
      ],
      rows: all.map { result in
        let peak = result.queues.reduce(0) { $0 + $1.peakNeed }
        let isBase = result.name == base.name
        let cells: [Table.Cell] = [
          .number(result.pay, places: 0),
          isBase ? .none : .text(words(result).signed(result.pay - base.pay, places: 0)),
          .number(result.gap, places: 0),
          .number(result.people.paidHours, places: 1),
          isBase
            ? .none
            : .text(words(result).signed(result.people.paidHours - base.people.paidHours)),
          .number(result.people.overtimeHours, places: 1),
          .number(result.requiredHours, places: 1),
          .count(peak), .text("\(result.queuesOnTarget) of \(result.queues.count)"),
        ]
        return Table.Row([.text(result.name)] + point(result) + cells)
      }
    )
  }

  private var answers: Table {
    Table(
      name: "answers",
      title: "What each changes",
      columns: [
        Table.Column("variant", "Variant"), Table.Column("question", "Question", isOptional: true),
        Table.Column("changes", "Changes"), Table.Column("answer", "Answer"),
      ],
      rows: comparison.variants.map { result in
        Table.Row([
          .text(result.name), .text(result.question),
          .text(result.words.isEmpty ? "Nothing." : result.words.joined(separator: " ")),
          .text(
            words(result).sentence
              + (result.isCutShort ? " The clock ended this run: it is not repeatable." : "")
          ),
        ])
      },
      isForPageOnly: true
    )
  }

  private var service: Table {
    Table(
      name: "service",
      title: "Service by queue",
      lead: "The share in time over the week, simulated; the difference from the base with its 95% "
        + "interval, in points. Targets are percent within seconds: 80/30.",
      columns: [
        Table.Column("variant", "Variant"), Table.Column("queue", "Queue"),
        Table.Column("arrivals", "Contacts", isNumber: true, isWide: true),
        Table.Column("target", "Target", isNumber: true),
        Table.Column("service_level", "In time", isNumber: true),
        Table.Column("difference", "Difference", isNumber: true),
        Table.Column("interval", "95% interval"),
        Table.Column("wait_difference", "Wait, s", isNumber: true, isWide: true),
        Table.Column("reading", "Reading"), Table.Column("meets_target", "On target"),
      ],
      rows: all.flatMap { result in result.queues.map { row(result, $0) } }
    )
  }

  private func row(_ result: WhatIfResult, _ queue: WhatIfResult.Queue) -> Table.Row {
    let words = words(result)
    return Table.Row([
      .text(result.name), .text(queue.queue), .number(queue.arrivals, places: 0),
      queue.target > 0
        ? .text("\(shareText(queue.target).dropLast())/\(decimal(queue.threshold.inSeconds))")
        : .none,
      queue.arrivals > 0 ? .share(queue.serviceLevel.mean) : .none,
      queue.difference.map { .text(words.signed($0.mean * 100)) } ?? .none,
      queue.difference.map {
        .text("\(words.signed($0.low * 100)) to \(words.signed($0.high * 100))")
      } ?? .none,
      queue.waitDifference.map { .text(words.signed($0.mean)) } ?? .none,
      .text(reading(queue)),
      queue.target > 0 ? .text(queue.meetsTarget ? "yes" : "no") : .none,
    ])
  }

  private func reading(_ queue: WhatIfResult.Queue) -> String {
    guard let difference = queue.difference else { return "" }
    if difference.mean == 0, difference.halfWidth == 0 { return "the same" }
    if difference.low > 0 { return "better" }
    return difference.high < 0 ? "worse" : "noise"
  }

  private var people: Table {
    Table(
      name: "people",
      title: "People, wishes and fairness",
      lead: "The spread of weekend days is their standard deviation over people.",
      columns: [
        Table.Column("variant", "Variant"),
        Table.Column("rostered", "People", isNumber: true),
        Table.Column("days_off", "Days off granted", isNumber: true),
        Table.Column("starts", "Starts granted", isNumber: true),
        Table.Column("weekend_spread", "Weekend spread", isNumber: true),
        Table.Column("violations", "Rules broken", isNumber: true),
        Table.Column("affected", "Other shifts", isNumber: true),
        Table.Column("who", "Who", isWide: true, isOptional: true),
      ],
      rows: all.map { result in
        let own = result.people
        return Table.Row([
          .text(result.name), .count(own.rostered),
          .text("\(own.daysOffGranted) of \(own.daysOffWished)"),
          .text("\(own.startsGranted) of \(own.startsWished)"),
          .number(own.weekendSpread, places: 2), .count(own.violations),
          result.name == base.name ? .none : .count(own.affected.count),
          .text(own.affected.joined(separator: ", ")),
        ])
      },
      isForPageOnly: true
    )
  }

  private var rules: Table {
    Table(
      name: "rules",
      title: "What priced rules cost",
      lead: "Parts of the objective that nobody is paid, in \(comparison.currency).",
      columns: [
        Table.Column("variant", "Variant"),
        Table.Column("start_preference", "Starts", isNumber: true),
        Table.Column("day_off_preference", "Days off", isNumber: true),
        Table.Column("start_change", "Changing starts", isNumber: true),
        Table.Column("weekend_fairness", "Weekends", isNumber: true),
        Table.Column("understaffing", "Missing people", isNumber: true),
        Table.Column("overstaffing", "Idle people", isNumber: true),
        Table.Column("rules", "Labor rules", isNumber: true, isOptional: true),
        Table.Column("objective", "Objective", isNumber: true),
        Table.Column("bound", "Proved bound", isNumber: true),
      ],
      rows: all.map { result in
        let costs = result.costs
        let parts = [
          costs.startPreference, costs.dayOffPreference, costs.startChange, costs.weekendFairness,
          costs.understaffing, costs.overstaffing,
        ]
        let ends = [costs.total, result.bound].map { Table.Cell.number($0, places: 0) }
        let rules = costs.rules == 0 ? Table.Cell.none : .number(costs.rules, places: 0)
        return Table.Row(
          [.text(result.name)] + parts.map { .number($0, places: 0) } + [rules] + ends
        )
      },
      isForPageOnly: true
    )
  }

  private var days: Table {
    Table(
      name: "days",
      title: "Service by day",
      lead: "The share in time; behind it the difference from the base with its 95% interval, in "
        + "points. A dash stands where no contacts come. whatif-days.csv has the same.",
      columns: [Table.Column("variant", "Variant"), Table.Column("queue", "Queue")]
        + comparison.week.dates.map { date in
          Table.Column(date.description, "\(date.weekday.abbreviation) \(date.dayAndMonth)")
        },
      rows: all.flatMap { result in
        result.queues.map { queue in
          Table.Row(
            [.text(result.name), .text(queue.queue)]
              + queue.days.indices.map { day in
                .text(dayText(queue, day, words(result)))
              }
          )
        }
      },
      isForPageOnly: true
    )
  }

  private func dayText(_ queue: WhatIfResult.Queue, _ day: Int, _ words: WhatIfWords) -> String {
    guard let own = queue.days[day] else { return "–" }
    let level = percent(own.mean)
    guard queue.dayDifferences.indices.contains(day), let difference = queue.dayDifferences[day]
    else { return level }
    return "\(level), \(words.signed(difference.mean * 100)) "
      + "(\(words.signed(difference.low * 100)) to \(words.signed(difference.high * 100)))"
  }
}
