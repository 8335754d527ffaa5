extension PersonPlan.Kind {
  /// The kind of an option.
  init(_ option: ShiftOption) {
    self.init(shape: option.shape, agenda: option.agenda, sort: option.sort)
  }
}

extension RosterEmployee {
  /// What labor rules ask of a shift of a date and the one before; `nil` where they ask nothing.
  func terms(of day: Int) -> PairTerms? {
    labor.pairs.indices.contains(day) ? labor.pairs[day] : nil
  }
}

extension PersonPlan.Offer {
  /// Which starts a kind has, from the first to the last.
  func range(of kind: Int) -> Range<Int> {
    let row = costs[kind * starts.count..<(kind + 1) * starts.count]
    guard let first = row.firstIndex(where: { $0 < .infinity }),
      let last = row.lastIndex(where: { $0 < .infinity })
    else { return 0..<0 }
    return first - row.startIndex..<last - row.startIndex + 1
  }

  /// The groups of kinds that rules on two shifts tell apart in the later one.
  func entryClasses(_ terms: PairTerms?) -> (classes: [Int], sorts: [Int]) {
    guard let terms else { return (kinds.map { _ in 0 }, [0]) }
    var known: [[Bool]] = []
    var sorts: [Int] = []
    let classes = kinds.map { kind in
      let marks = terms.marks(of: kind.sort).before
      if let position = known.firstIndex(of: marks) { return position }
      known.append(marks)
      sorts.append(kind.sort)
      return known.count - 1
    }
    return (classes, sorts.isEmpty ? [0] : sorts)
  }

  /// The classes of ends that rules on two shifts tell apart in the earlier one: by length and sort.
  func ends(_ terms: PairTerms, length: (PersonPlan.Kind) -> Int) -> PersonPlan.Ends {
    var known: [(length: Int, marks: [Bool])] = []
    var sorts: [Int] = []
    let classes = kinds.map { kind in
      let (own, marks) = (length(kind), terms.marks(of: kind.sort).after)
      if let position = known.firstIndex(where: { $0.length == own && $0.marks == marks }) {
        return position
      }
      known.append((own, marks))
      sorts.append(kind.sort)
      return known.count - 1
    }
    return PersonPlan.Ends(
      classes: classes,
      lengths: known.isEmpty ? [0] : known.map(\.length),
      sorts: sorts.isEmpty ? [0] : sorts
    )
  }
}

extension PersonPlan {
  /// Price of a start after one of the date before; `nil` when it is not allowed.
  ///
  /// - Parameters:
  ///   - days: The two dates.
  ///   - start: Position of the later start.
  ///   - other: Position of the earlier start.
  ///   - lengthClass: Class of the earlier shift's end.
  ///   - entry: Group of the later shift.
  /// - Returns: The price.
  func price(
    _ days: (before: Day, today: Day),
    start: Int,
    after other: Int,
    lengthClass: Int,
    entry: Int
  ) -> Double? {
    let (before, today) = days
    let change = abs(today.clocks[start] - before.clocks[other])
    let rest = today.starts[start] - before.starts[other] - before.classLengths[lengthClass]
    guard change <= maximumStartChange else { return nil }
    if case .even(let shift, _, let highest) = today.arrivals {
      guard other - start - shift <= highest[lengthClass] else { return nil }
    } else if rest < minimumRest {
      return nil
    }
    let price = today.weekend.afterWork + startChangePerMinute * Double(change)
    guard let terms = today.terms else { return price }
    return terms.price(
      slots: rest,
      change: change,
      after: before.classSorts[lengthClass],
      before: today.entrySorts[entry]
    ).map { price + $0 }
  }

  /// Price of a step between evenly spaced starts of two dates; `nil` when it is not allowed.
  func price(
    ofStep step: Int,
    _ days: (before: Day, today: Day),
    shift: Int,
    lengthClass: Int,
    entry: Int
  ) -> Double? {
    let (before, today) = days
    // an earlier start i + shift + step leaves as many slots before each start i
    let later = max(0, -(shift + step))
    let other = later + shift + step
    guard today.starts.indices.contains(later), before.starts.indices.contains(other) else {
      return nil
    }
    return price(days, start: later, after: other, lengthClass: lengthClass, entry: entry)
  }
}
