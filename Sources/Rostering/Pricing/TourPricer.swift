/// Finds a person's cheapest week at given values of shifts: exact dynamic programming over the
/// date, the shift of the date (or none), the totals so far, the sequence so far and the demands met
/// (`roster-algorithm.md`, pricing).
struct TourPricer {
  /// A week by the positions of its options.
  struct Week: Hashable, Sendable {
    /// Cost less the values of the shifts.
    let reducedCost: Double
    /// Date and position among the date's options.
    let shifts: [(day: Int, option: Int)]

    static func == (left: Self, right: Self) -> Bool {
      left.reducedCost == right.reducedCost && left.shifts.elementsEqual(right.shifts, by: ==)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(reducedCost) }
  }

  let employee: RosterEmployee
  let shapes: [ShiftShape]
  let prices: TourPrices
  /// Cost less value of each option of each date.
  let costs: [[Double]]
  let dayCount: Int
  /// Demands that each option of each date meets, as bits.
  private let met: [[Int]]
  /// Sets of demands; a class of a layer is `sequence * sets + set met so far`.
  private let sets: Int
  /// Values of layer d: `(totals * classes + class) * (options of date d − 1, plus one) + option`,
  /// the last option standing for the date off.
  private(set) var layers: [[Double]] = []

  /// `costs` are the options' costs less their values, by date.
  init(employee: RosterEmployee, shapes: [ShiftShape], prices: TourPrices, costs: [[Double]]) {
    self.employee = employee
    self.shapes = shapes
    self.prices = prices
    self.costs = costs
    dayCount = employee.days.count
    sets = employee.allMet + 1
    met = employee.days.map { day in day.options.map { employee.met(by: $0.agenda) } }
  }

  /// Prices nothing, to ask what is legal at all.
  init(unpriced employee: RosterEmployee, shapes: [ShiftShape]) {
    self.init(
      employee: employee.withoutRulePrices,
      shapes: shapes,
      prices: .none(dayCount: employee.days.count),
      costs: employee.days.map { $0.options.map { _ in 0 } }
    )
  }

  /// The cheapest legal week, or `nil` when there is none.
  ///
  /// A minute of overtime costs `overtimePrice` more; weeks with more overtime than
  /// `overtimeLimit` minutes are left out.
  mutating func cheapest(overtimePrice: Double = 0, overtimeLimit: Int = .max) -> Week? {
    layers = [initialLayer()]
    for day in 0..<dayCount { layers.append(layer(after: day)) }
    let totals = employee.totals
    let width = layerWidth(dayCount)
    var best = Double.infinity
    var final = (-1, -1)
    for state in 0..<totals.count where totals.shiftsNeeded[state] == 0 {
      let overtime = max(0, totals.paid[state] - employee.overtimeAfter)
      guard overtime <= overtimeLimit else { continue }
      let perMinute = employee.wagePerMinute * prices.overtimePremium + overtimePrice
      for option in 0..<width
      where isComplete(option) && layers[dayCount][state * width + option] < .infinity {
        let value =
          layers[dayCount][state * width + option] + perMinute * Double(overtime)
          + endPrice(totals: state, sequence: option / optionWidth(dayCount) / sets)
        if value < best { (best, final) = (value, (state, option)) }
      }
    }
    guard best < .infinity else { return nil }
    return Week(reducedCost: best, shifts: trace(state: final.0, option: final.1))
  }

  /// Entries per totals state in layer d: the layer's classes are folded in before `option`.
  func layerWidth(_ day: Int) -> Int {
    classes(day) * optionWidth(day)
  }

  /// Classes of a layer.
  func classes(_ day: Int) -> Int { employee.sequence.classCounts[day] * sets }

  /// Whether an entry of the last layer has all demands met.
  private func isComplete(_ entry: Int) -> Bool {
    entry / optionWidth(dayCount) % sets == sets - 1
  }

  /// The price of ending the week so.
  func endPrice(totals state: Int, sequence: Int) -> Double {
    let totals = employee.totals
    return employee.sequence.endPrice(sequence)
      + employee.totalsPrice(days: totals.days[state], paid: totals.paid[state])
  }

  /// The class after a date off, or -1.
  private func afterOff(_ day: Int, _ known: Int) -> Int {
    let next = employee.sequence.onOff[day][known / sets]
    return next < 0 ? -1 : next * sets + known % sets
  }

  /// The class after an option of a date, or -1.
  private func afterWork(_ day: Int, _ known: Int, option: Int) -> Int {
    let sort = employee.days[day].options[option].sort
    let next = employee.sequence.afterWork(day, known / sets, sort: sort)
    let own = met[day][option]
    return next < 0 || own & (known % sets) != 0 ? -1 : next * sets + (known % sets | own)
  }

  func optionWidth(_ day: Int) -> Int {
    (day == 0 ? 0 : employee.days[day - 1].options.count) + 1
  }

  private func initialLayer() -> [Double] {
    var layer = [Double](repeating: .infinity, count: employee.totals.count * layerWidth(0))
    if employee.totals.shiftsNeeded[0] <= dayCount, employee.sequence.start >= 0 {
      layer[employee.sequence.start * sets] = 0
    }
    return layer
  }

  private func layer(after day: Int) -> [Double] {
    let before = layers[day]
    let totals = employee.totals
    let classes = classes(day)
    let width = optionWidth(day)
    let nextWidth = optionWidth(day + 1)
    let nextClasses = self.classes(day + 1)
    var next = [Double](
      repeating: .infinity,
      count: totals.count * nextClasses * nextWidth
    )
    for state in 0..<totals.count where totals.shiftsNeeded[state] <= dayCount - day {
      for sequence in 0..<classes {
        let base = (state * classes + sequence) * width
        var least = Double.infinity
        for option in base..<base + width { least = min(least, before[option]) }
        guard least < .infinity else { continue }
        let off = afterOff(day, sequence)
        if off >= 0, totals.shiftsNeeded[state] < dayCount - day {
          let target = (state * nextClasses + off + 1) * nextWidth - 1
          next[target] = min(next[target], least + employee.sequence.offPrice(day, sequence / sets))
        }
        extend(
          &next,
          day: day,
          state: state,
          base: base,
          before: before,
          row: (sequence, nextClasses, nextWidth)
        )
      }
    }
    return next
  }

  /// Adds every shift of a date after one state of the layer before.
  private func extend(
    _ next: inout [Double],
    day: Int,
    state: Int,
    base: Int,
    before: [Double],
    row: (sequence: Int, classes: Int, width: Int)
  ) {
    let options = employee.days[day].options
    let left = dayCount - day - 1
    var place = (start: -1, sort: -1)
    var arrival = Double.infinity
    for option in options.indices {
      let target = employee.totals.next(state, shape: options[option].shape)
      let work = afterWork(day, row.sequence, option: option)
      guard target >= 0, work >= 0, employee.totals.shiftsNeeded[target] <= left else { continue }
      if (options[option].start, options[option].sort) != place {
        place = (options[option].start, options[option].sort)
        arrival = self.arrival(at: option, day: day, base: base, before: before).value
      }
      guard arrival < .infinity else { continue }
      let index = (target * row.classes + work) * row.width + option
      let sort = options[option].sort
      let price = employee.sequence.workPrice(day, row.sequence / sets, sort: sort)
      next[index] = min(next[index], arrival + costs[day][option] + price)
    }
  }

  /// Least value of getting to an option of a date from one state, and from which option of the
  /// date before (its count standing for the date off).
  @inline(__always)
  private func arrival(
    at option: Int,
    day: Int,
    base: Int,
    before: [Double]
  ) -> (value: Double, from: Int) {
    let weekend = prices.weekendCost(
      history: employee.weekendHistory,
      day: day,
      dayBeforeWorked: false
    )
    guard day > 0 else { return (before[base] + weekend, 0) }
    let current = employee.days[day].options[option]
    let earlier = employee.days[day - 1].options
    var best = before[base + earlier.count] + weekend
    var from = earlier.count
    let both = prices.weekendCost(
      history: employee.weekendHistory,
      day: day,
      dayBeforeWorked: true
    )
    for index in earlier.indices {
      let value = before[base + index]
      guard value < .infinity else { continue }
      guard let price = pairPrice(current, after: earlier[index], on: day) else { continue }
      let total = value + both + price
      if total < best { (best, from) = (total, index) }
    }
    return (best, from)
  }
}

extension TourPricer {
  /// Price of a shift of a date after one of the date before; `nil` where it is not allowed.
  @inline(__always)
  func pairPrice(_ current: ShiftOption, after previous: ShiftOption, on day: Int) -> Double? {
    let change = abs(current.clock - previous.clock)
    let rest = current.start - previous.start - shapes[previous.shape].length
    guard change <= employee.maximumStartChange, rest >= employee.minimumRest else { return nil }
    let price = prices.startChangePerMinute * Double(change)
    guard let terms = employee.terms(of: day) else { return price }
    return terms.price(
      slots: rest,
      change: change,
      after: previous.sort,
      before: current.sort
    ).map { price + $0 }
  }

  /// Walks back from an entry of the last layer.
  private func trace(state: Int, option: Int) -> [(day: Int, option: Int)] {
    var shifts: [(day: Int, option: Int)] = []
    var state = state
    var sequence = option / optionWidth(dayCount)
    var option = option % optionWidth(dayCount)
    for day in (0..<dayCount).reversed() {
      let isOff = option == employee.days[day].options.count
      if !isOff { shifts.append((day, option)) }
      let found =
        isOff
        ? beforeOff(day: day, state: state, sequence: sequence)
        : beforeWork(day: day, state: state, sequence: sequence, option: option)
      (state, sequence, option) = found
    }
    return shifts.reversed()
  }

  private func beforeOff(day: Int, state: Int, sequence: Int) -> (Int, Int, Int) {
    let classes = classes(day)
    let width = optionWidth(day)
    var best = Double.infinity
    var found = (state, 0, width - 1)
    for earlier in 0..<classes where afterOff(day, earlier) == sequence {
      let price = employee.sequence.offPrice(day, earlier / sets)
      for option in 0..<width {
        let value = layers[day][(state * classes + earlier) * width + option] + price
        if value < best { (best, found) = (value, (state, earlier, option)) }
      }
    }
    return found
  }

  private func beforeWork(
    day: Int,
    state: Int,
    sequence: Int,
    option: Int
  ) -> (Int, Int, Int) {
    let classes = classes(day)
    let width = optionWidth(day)
    let shift = employee.days[day].options[option]
    var best = Double.infinity
    var found = (0, 0, width - 1)
    for from in 0..<employee.totals.count
    where employee.totals.next(from, shape: shift.shape) == state {
      for earlier in 0..<classes where afterWork(day, earlier, option: option) == sequence {
        let base = (from * classes + earlier) * width
        let arrival = arrival(at: option, day: day, base: base, before: layers[day])
        let price = employee.sequence.workPrice(day, earlier / sets, sort: shift.sort)
        if arrival.value + price < best {
          (best, found) = (arrival.value + price, (from, earlier, arrival.from))
        }
      }
    }
    return found
  }
}
