import Capacity
public import Workforce

/// A capacity plan: what it decides, costs and promises.
public struct CapacityResult: Sendable {
  /// The plan and doing nothing, played with the same luck.
  struct Played: Sendable {
    var plan: CapacityChances
    var nothing: CapacityChances
  }

  /// Something to do in a month.
  public struct Action: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, Sendable {
      /// People start.
      case hire
      /// People learn a skill more.
      case train
      /// People renew a certificate.
      case renew
      /// Classes are held.
      case classes
    }

    /// The month in which it happens.
    public var month: CalendarMonth
    /// The month in which it must be begun: positions are opened before anybody starts.
    public var begin: CalendarMonth
    /// What it is.
    public var kind: Kind
    /// For what, or from what to what.
    public var what: String
    /// People, or classes.
    public var count: Int
    /// What it costs in that month, without pay.
    public var cost: Double
  }

  let inputs: PlanningInputs
  /// The months, in order.
  public let months: [CalendarMonth]
  let weeks: [MonthlyNeed.Month]
  let problem: CapacityProblem
  let solution: CapacitySolution
  let notes: [CapacityTerms.Note]
  let leadMonths: Int
  let played: Played

  /// The share of its cost by which the plan may miss the cheapest.
  public var gap: Double { solution.gap }

  /// The whole objective: what is spent, and the price of what is missing.
  public var objective: Double { solution.objective }

  /// What to do, by month, kind and name.
  public var actions: [Action] {
    months.indices.flatMap { month in
      hires(month) + classes(month) + moves(month) + renewals(month)
    }
  }

  private func hires(_ month: Int) -> [Action] {
    zip(problem.positions, solution.choice.hires).filter { $0.1[month] > 0 }.map {
      position,
      counts in
      Action(
        month: months[month],
        begin: months[month].adding(months: -leadMonths),
        kind: .hire,
        what: position.name,
        count: counts[month],
        cost: Double(counts[month]) * position.recruiting
      )
    }
  }

  private func classes(_ month: Int) -> [Action] {
    zip(problem.courses, solution.choice.classes).filter { $0.1[month] > 0 }.map {
      course,
      counts in
      Action(
        month: months[month],
        begin: months[month],
        kind: .classes,
        what: course.name,
        count: counts[month],
        cost: Double(counts[month]) * course.cost
      )
    }
  }

  private func moves(_ month: Int) -> [Action] {
    zip(problem.routes, solution.choice.moves).filter { $0.1[month] > 0 }.map { route, counts in
      Action(
        month: months[month],
        begin: months[month],
        kind: .train,
        what: "\(name(route.from)) to \(name(route.to))",
        count: counts[month],
        cost: 0
      )
    }
  }

  private func renewals(_ month: Int) -> [Action] {
    zip(problem.renewals, solution.choice.renewed).filter { $0.1[month] > 0 }.map {
      renewal,
      counts in
      Action(
        month: months[month],
        begin: months[month],
        kind: .renew,
        what: renewal.name,
        count: counts[month],
        cost: 0
      )
    }
  }

  private func name(_ set: Int) -> String {
    problem.sets[set].map { problem.skills[$0] }.joined(separator: " + ")
  }

  /// People who begin a month's position, route or renewal that a skill gains from.
  func people(_ kind: Action.Kind, skill: Int, month: Int) -> Int {
    switch kind {
    case .hire:
      sum(zip(problem.positions, solution.choice.hires), month) { position in
        problem.sets[position.set].contains(skill)
      }
    case .train:
      sum(zip(problem.routes, solution.choice.moves), month) { route in
        problem.sets[route.to].contains(skill) && !problem.sets[route.from].contains(skill)
      }
    case .renew:
      sum(zip(problem.renewals, solution.choice.renewed), month) { renewal in
        zip(renewal.with, renewal.without).contains { with, without in
          with.map { problem.sets[$0].contains(skill) } ?? false
            && !(without.map { problem.sets[$0].contains(skill) } ?? false)
        }
      }
    case .classes: 0
    }
  }

  private func sum<Item>(
    _ items: Zip2Sequence<[Item], [[Int]]>,
    _ month: Int,
    _ isMeant: (Item) -> Bool
  ) -> Int {
    items.reduce(0) { isMeant($1.0) ? $0 + $1.1[month] : $0 }
  }
}
