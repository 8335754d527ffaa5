/// One person's week laid out for pricing: on each date a row of equally spaced starts, the kinds
/// of shift that may begin there with their costs, and the states that a legal week can pass
/// through.
///
/// A class, as its dates are, because it is read in the inner loops of several threads, where
/// copies of its arrays would have to be counted.
final class PersonPlan: Sendable {
  /// What all people of a problem share.
  struct Layout {
    let shapes: [ShiftShape]
    let prices: TourPrices
    let slotMinutes: Int
    /// Values of shifts without training in a group's table.
    let denseEntries: Int
    /// The shifts with training of each group's table, behind the others.
    let agendaEntries: [[AgendaEntry]]
  }

  /// A kind of shift on a date.
  struct Kind: Hashable, Sendable {
    let shape: Int
    /// What training it holds, or -1.
    let agenda: Int
    /// Its sort in the person's sequence.
    var sort = 0
  }

  /// The shifts of one date.
  struct Offer {
    /// Position of the group served.
    let group: Int
    /// First slot of each start, ascending; starts nobody may use lie between for even spacing.
    let starts: [Int]
    /// Clock time of each start in minutes.
    let clocks: [Int]
    /// The kinds of shift.
    let kinds: [Kind]
    /// Cost by `kind * starts + start`; infinite where there is no such shift.
    let costs: [Double]
    /// Position in the group's table by `kind * starts + start`, or -1.
    let entries: [Int32]
    /// Price of working the date after a date off and after a date worked.
    let weekend: (afterOff: Double, afterWork: Double)
  }

  /// One date: its shifts, and how they follow those of the date before.
  final class Day: Sendable {
    /// As in the offer.
    let group: Int
    /// As in the offer.
    let starts: [Int]
    /// As in the offer.
    let clocks: [Int]
    /// As in the offer.
    let kinds: [Kind]
    /// As in the offer.
    let costs: [Double]
    /// As in the offer.
    let entries: [Int32]
    /// As in the offer.
    let weekend: (afterOff: Double, afterWork: Double)
    /// Position of each kind's ends among the classes of ends that the next date tells apart.
    let classes: [Int]
    /// Length of the longest kind of each class.
    let classLengths: [Int]
    /// Sort of the kinds of each class, as far as the next date's rules tell them apart.
    let classSorts: [Int]
    /// Position of each kind among the groups that the rules on two shifts tell apart.
    let entryClasses: [Int]
    /// Sort of the kinds of each of those groups.
    let entrySorts: [Int]
    /// Which starts each kind has, from the first to the last.
    let ranges: [Range<Int>]
    /// What labor rules ask of a shift and the one on the date before; `nil` where they ask nothing.
    let terms: PairTerms?
    /// How starts of the date before lead to this one.
    let arrivals: Arrivals
    /// Number of numbers per state of the layer after this date.
    let width: Int

    init(_ offer: Offer, ends: Ends, arrivals: Arrivals, terms: PairTerms?) {
      group = offer.group
      starts = offer.starts
      clocks = offer.clocks
      kinds = offer.kinds
      costs = offer.costs
      entries = offer.entries
      weekend = offer.weekend
      classes = ends.classes
      classLengths = ends.lengths
      classSorts = ends.sorts
      (entryClasses, entrySorts) = offer.entryClasses(terms)
      ranges = offer.kinds.indices.map { offer.range(of: $0) }
      self.terms = terms
      self.arrivals = arrivals
      width = ends.lengths.count * offer.starts.count + 1
    }
  }

  /// The classes of a date's ends.
  struct Ends {
    let classes: [Int]
    let lengths: [Int]
    let sorts: [Int]
  }

  /// How the starts of one date lead to those of the next.
  enum Arrivals: Sendable {
    /// By position: start i follows start i + shift + o, lowest ≤ o ≤ highest of its kind or class.
    case even(shift: Int, lowest: Int, highest: [Int])
    /// By position likewise, lowest ≤ o ≤ -lowest, each pair of classes at its own price.
    case graded(shift: Int, lowest: Int)
    /// Each pair must be looked at: clocks that are put back or forward.
    case uneven

    /// The same with one highest step per class of ends instead of one per kind.
    var byClass: Arrivals {
      guard case .even(let shift, let lowest, let highest) = self else { return self }
      return .even(shift: shift, lowest: lowest, highest: Set(highest).sorted(by: >))
    }
  }

  let days: [Day]
  /// The states and their transitions.
  let states: PlanStates
  let minimumRest: Int
  let maximumStartChange: Int
  let startChangePerMinute: Double
  /// Minutes between two neighboring starts.
  let spacing: Int
  let overtimeAfter: Int
  let premiumPerMinute: Double
  let headSet: Int

  init(_ employee: RosterEmployee, layout: Layout) {
    let spacing = Self.spacing(employee.days, slotMinutes: layout.slotMinutes)
    let offers = employee.days.indices.map { day in
      Self.offer(day, of: employee, spacing: spacing, layout: layout)
    }
    let arrivals = offers.indices.map { day in
      let before = day > 0 ? offers[day - 1] : nil
      return Self.arrivals(
        before,
        offers[day],
        employee,
        terms: employee.terms(of: day),
        spacing: spacing,
        layout
      )
    }
    days = offers.indices.map { day in
      Day(
        offers[day],
        ends: Self.ends(
          offers[day],
          next: day + 1 < offers.count ? arrivals[day + 1] : nil,
          terms: employee.terms(of: day + 1),
          layout
        ),
        arrivals: arrivals[day].byClass,
        terms: employee.terms(of: day)
      )
    }
    states = PlanStates(employee, kinds: offers.map(\.kinds))
    minimumRest = employee.minimumRest
    maximumStartChange = employee.maximumStartChange
    startChangePerMinute = layout.prices.startChangePerMinute
    self.spacing = spacing
    overtimeAfter = employee.overtimeAfter
    premiumPerMinute = employee.wagePerMinute * layout.prices.overtimePremium
    headSet = employee.headSet
  }
}

extension PersonPlan {
  /// The shifts without training of one group.
  func entries(group: Int) -> [TableEntry] {
    var found: [TableEntry] = []
    for day in days where day.group == group {
      for (kind, sort) in day.kinds.enumerated() where sort.agenda < 0 {
        let base = kind * day.starts.count
        for start in day.starts.indices where day.entries[base + start] >= 0 {
          found.append(
            TableEntry(start: Int32(day.starts[start]), shape: Int32(sort.shape))
          )
        }
      }
    }
    return found
  }

  /// The greatest spacing on which all starts of even dates lie.
  private static func spacing(_ days: [EmployeeDay], slotMinutes: Int) -> Int {
    var spacing = 0
    var first: Int?
    for day in days where isEven(day, slotMinutes: slotMinutes) {
      for option in day.options {
        let anchor = first ?? option.clock
        first = anchor
        spacing = divisor(spacing, abs(option.clock - anchor))
      }
    }
    return max(1, spacing)
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    var (large, small) = (max(first, second), min(first, second))
    while small > 0 { (large, small) = (small, large % small) }
    return large
  }

  /// Whether the clock runs evenly through the starts of a date.
  private static func isEven(_ day: EmployeeDay, slotMinutes: Int) -> Bool {
    guard let first = day.options.first else { return true }
    return day.options.allSatisfy {
      $0.clock - first.clock == ($0.start - first.start) * slotMinutes
    }
  }

  private static func offer(
    _ day: Int,
    of employee: RosterEmployee,
    spacing: Int,
    layout: Layout
  ) -> Offer {
    let source = employee.days[day]
    let (starts, clocks) = starts(source, spacing: spacing, layout: layout)
    let kinds = Set(source.options.map(Kind.init))
      .sorted { ($0.shape, $0.agenda, $0.sort) < ($1.shape, $1.agenda, $1.sort) }
    var costs = [Double](repeating: .infinity, count: kinds.count * starts.count)
    var entries = [Int32](repeating: -1, count: costs.count)
    for option in source.options {
      guard let start = starts.firstIndex(of: option.start),
        let kind = kinds.firstIndex(of: Kind(option))
      else { continue }
      costs[kind * starts.count + start] = option.cost
      entries[kind * starts.count + start] = Int32(
        entry(option, group: source.group, layout: layout)
      )
    }
    let weekend = { (worked: Bool) in
      layout.prices.weekendCost(
        history: employee.weekendHistory,
        day: day,
        dayBeforeWorked: worked
      )
    }
    return Offer(
      group: source.group,
      starts: starts,
      clocks: clocks,
      kinds: kinds,
      costs: costs,
      entries: entries,
      weekend: (weekend(false), weekend(true))
    )
  }

  /// The classes of a date's ends: kinds that leave the same choice to the next date share one.
  private static func ends(
    _ offer: Offer,
    next: Arrivals?,
    terms: PairTerms?,
    _ layout: Layout
  ) -> Ends {
    guard let next else {
      return Ends(classes: offer.kinds.map { _ in 0 }, lengths: [0], sorts: [0])
    }
    let length = { (kind: Kind) in layout.shapes[kind.shape].length }
    if case .graded = next, let terms { return offer.ends(terms, length: length) }
    guard case .even(_, _, let highest) = next, case .even(_, _, let distinct) = next.byClass else {
      return Ends(
        classes: Array(offer.kinds.indices),
        lengths: offer.kinds.map(length),
        sorts: offer.kinds.map(\.sort)
      )
    }
    let classes = offer.kinds.indices.map { distinct.firstIndex(of: highest[$0]) ?? 0 }
    let lengths = distinct.indices.map { position in
      zip(classes, offer.kinds).filter { $0.0 == position }.map { length($0.1) }.max() ?? 0
    }
    return Ends(classes: classes, lengths: lengths, sorts: distinct.map { _ in 0 })
  }

  private static func entry(_ option: ShiftOption, group: Int, layout: Layout) -> Int {
    guard option.agenda >= 0 else { return option.start * layout.shapes.count + option.shape }
    let wanted = AgendaEntry(start: option.start, shape: option.shape, agenda: option.agenda)
    guard let position = layout.agendaEntries[group].firstIndex(of: wanted) else {
      preconditionFailure("every shift with training must be in its group's table")
    }
    return layout.denseEntries + position
  }

  /// The starts of a date and their clock times, evenly spaced where the clock runs evenly.
  private static func starts(
    _ day: EmployeeDay,
    spacing: Int,
    layout: Layout
  ) -> (starts: [Int], clocks: [Int]) {
    guard let first = day.options.first, let last = day.options.last else { return ([], []) }
    guard isEven(day, slotMinutes: layout.slotMinutes), spacing % layout.slotMinutes == 0 else {
      var starts: [Int] = []
      var clocks: [Int] = []
      for option in day.options where starts.last != option.start {
        starts.append(option.start)
        clocks.append(option.clock)
      }
      return (starts, clocks)
    }
    let step = spacing / layout.slotMinutes
    let starts = Array(stride(from: first.start, through: last.start, by: step))
    return (starts, starts.indices.map { first.clock + $0 * spacing })
  }

  private static func arrivals(
    _ before: Offer?,
    _ day: Offer,
    _ employee: RosterEmployee,
    terms: PairTerms?,
    spacing: Int,
    _ layout: Layout
  ) -> Arrivals {
    guard let before, let earlier = before.clocks.first, let own = day.clocks.first,
      isSpaced(before, spacing, layout), isSpaced(day, spacing, layout),
      (own - earlier) % spacing == 0
    else { return .uneven }
    let shift = (own - earlier) / spacing
    // no two starts lie further apart than that
    let widest = before.starts.count + day.starts.count + abs(shift)
    let most = min(widest, employee.maximumStartChange / spacing)
    guard terms == nil else { return .graded(shift: shift, lowest: -most) }
    // slots that lie between two starts of the same clock time
    let apart = day.starts[0] - before.starts[0] - (own - earlier) / layout.slotMinutes
    let highest = before.kinds.map { kind in
      let room = apart - employee.minimumRest - layout.shapes[kind.shape].length
      let steps = (Double(room * layout.slotMinutes) / Double(spacing)).rounded(.down)
      return max(-most - 1, min(most, Int(steps)))
    }
    return .even(shift: shift, lowest: -most, highest: highest)
  }

  private static func isSpaced(_ day: Offer, _ spacing: Int, _ layout: Layout) -> Bool {
    zip(day.clocks, day.clocks.dropFirst()).allSatisfy { $1 - $0 == spacing }
      && zip(day.starts, day.starts.dropFirst()).allSatisfy {
        ($1 - $0) * layout.slotMinutes == spacing
      }
  }
}
