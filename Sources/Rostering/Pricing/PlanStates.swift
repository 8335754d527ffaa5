/// The states that a person's weeks pass through, layer by layer: weekly totals so far, sequence of
/// days so far and which of the courses to choose classes of have had theirs.
///
/// Layer d is before date d. States from which no legal totals can be reached any more are left out;
/// others that lead to no legal week stay, and end in states that are not final.
struct PlanStates: Sendable {
  /// Number of states of each layer.
  let counts: [Int]
  /// State after a date off by state, or -1.
  let off: [[Int32]]
  /// State after a shift by `state * kinds + kind`, or -1.
  let work: [[Int32]]
  /// Whether the week may end in each state of the last layer.
  let isFinal: [Bool]
  /// Paid minutes in each state of the last layer.
  let finalPaid: [Int]
  /// Price of a date off by state; empty where nothing has a price.
  private(set) var offPrices: [[Double]] = []
  /// Price of a shift by `state * kinds + kind`; empty where nothing has a price.
  private(set) var workPrices: [[Double]] = []
  /// Price of ending the week in each state of the last layer; empty where nothing has a price.
  private(set) var finalPrices: [Double] = []
  /// Whether there is a first state at all.
  var isEmpty: Bool { counts[0] == 0 }

  private struct State: Hashable {
    var totals: Int
    var sequence: Int
    /// Demands met, as bits.
    var met: Int
  }

  /// The states of one layer in order of discovery.
  private struct Layer {
    private(set) var states: [State] = []
    private var positions: [State: Int32] = [:]

    mutating func position(of state: State) -> Int32 {
      if let known = positions[state] { return known }
      positions[state] = Int32(states.count)
      states.append(state)
      return Int32(states.count - 1)
    }
  }

  init(_ employee: RosterEmployee, kinds: [[PersonPlan.Kind]]) {
    let totals = employee.totals
    var layers = [Layer()]
    let first = State(totals: 0, sequence: employee.sequence.start, met: 0)
    if first.sequence >= 0, totals.shiftsNeeded[0] <= kinds.count {
      _ = layers[0].position(of: first)
    }
    var off: [[Int32]] = []
    var work: [[Int32]] = []
    for day in kinds.indices {
      let left = kinds.count - day - 1
      var next = Layer()
      var (offRow, workRow): ([Int32], [Int32]) = ([], [])
      for state in layers[day].states {
        for state in Self.successors(of: state, day: day, employee, kinds[day]).enumerated() {
          let isAlive =
            state.element.map { $0.totals >= 0 && totals.shiftsNeeded[$0.totals] <= left } ?? false
          let place = isAlive ? state.element.map { next.position(of: $0) } ?? -1 : -1
          if state.offset == 0 { offRow.append(place) } else { workRow.append(place) }
        }
      }
      off.append(offRow)
      work.append(workRow)
      layers.append(next)
    }
    let last = layers[kinds.count].states
    counts = layers.map(\.states.count)
    (self.off, self.work) = (off, work)
    isFinal = last.map { totals.shiftsNeeded[$0.totals] == 0 && $0.met == employee.allMet }
    finalPaid = last.map { totals.paid[$0.totals] }
    addPrices(employee, kinds: kinds, layers: layers)
  }

  /// The prices of sequences and totals, where there are any.
  private mutating func addPrices(
    _ employee: RosterEmployee,
    kinds: [[PersonPlan.Kind]],
    layers: [Layer]
  ) {
    let sequence = employee.sequence
    if sequence.hasPrices {
      for (day, kinds) in kinds.enumerated() {
        let states = layers[day].states
        offPrices.append(states.map { sequence.offPrice(day, $0.sequence) })
        workPrices.append(
          states.flatMap { state in
            kinds.map { sequence.workPrice(day, state.sequence, sort: $0.sort) }
          }
        )
      }
    }
    guard sequence.hasPrices || employee.labor.hasTotals else { return }
    let totals = employee.totals
    finalPrices = layers[kinds.count].states.map { state in
      sequence.endPrice(state.sequence)
        + employee.totalsPrice(days: totals.days[state.totals], paid: totals.paid[state.totals])
    }
  }

  /// The state after a date off, then after each kind of shift; `nil` where it is forbidden.
  private static func successors(
    of state: State,
    day: Int,
    _ employee: RosterEmployee,
    _ kinds: [PersonPlan.Kind]
  ) -> [State?] {
    let idle = employee.sequence.onOff[day][state.sequence]
    let off = State(totals: state.totals, sequence: idle, met: state.met)
    return [idle < 0 ? nil : off]
      + kinds.map { kind in
        let met = employee.met(by: kind.agenda)
        let busy = employee.sequence.afterWork(day, state.sequence, sort: kind.sort)
        guard busy >= 0, met & state.met == 0 else { return nil }
        return State(
          totals: employee.totals.next(state.totals, shape: kind.shape),
          sequence: busy,
          met: state.met | met
        )
      }
  }
}
