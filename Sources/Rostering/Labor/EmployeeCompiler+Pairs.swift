import Workforce

extension EmployeeCompiler {
  /// The rules of a topic on two shifts, within the week and after the last past shift.
  func pairRules(
    _ rule: LaborRule,
    _ terms: [RuleEntry?],
    _ contract: ContractSettings,
    _ history: PersonHistory
  ) -> [any TourRule] {
    switch rule {
    case .minimumRest: minimumRest(rule, terms, contract, history)
    case .restBetween(let after, let before, _):
      restBetween(rule, terms, frame.kinds.bits(after), frame.kinds.bits(before), history)
    case .startChange:
      [
        PairRule(
          demand: rule.words,
          sentence: rule.sentence,
          limit: .change,
          terms: terms.map { entry in
            entry.map(Self.term)
              ?? contract.rules.maximumStartChange.map {
                PairRule.Term(minutes: $0.wholeMinutes, price: nil)
              }
          }
        )
      ]
    default: []
    }
  }

  private static func term(_ entry: RuleEntry) -> PairRule.Term {
    let minutes: Int =
      switch entry.rule {
      case .minimumRest(let time), .startChange(let time), .restBetween(_, _, let time):
        time.wholeMinutes
      default: 0
      }
    return PairRule.Term(minutes: minutes, price: entry.price.map { $0 / 60 })
  }

  private func minimumRest(
    _ rule: LaborRule,
    _ entries: [RuleEntry?],
    _ contract: ContractSettings,
    _ history: PersonHistory
  ) -> [any TourRule] {
    let own = PairRule.Term(minutes: contract.rules.minimumRest.wholeMinutes, price: nil)
    let terms = entries.map { $0.map(Self.term) ?? own }
    var rules: [any TourRule] = [
      PairRule(
        demand: rule.words,
        sentence: rule.sentence,
        limit: .rest(after: nil, before: nil),
        terms: terms
      )
    ]
    rules += skipRest(rule, terms, after: nil, before: nil)
    guard let last = history.lastEnd else { return rules }
    rules.append(
      RestAfterPast(
        demand: rule.words,
        rests: terms.map { $0.price == nil ? $0.minutes : 0 },
        lastEnd: last
      )
    )
    let priced = terms.map { term in
      term.price.map { FirstRestMachine.Term(rest: term.minutes, price: $0, before: nil) }
    }
    return rules + firstRest(rule, priced, last)
  }

  private func restBetween(
    _ rule: LaborRule,
    _ entries: [RuleEntry?],
    _ after: UInt64,
    _ before: UInt64,
    _ history: PersonHistory
  ) -> [any TourRule] {
    let terms = entries.map { $0.map(Self.term) }
    let rules: [any TourRule] =
      [
        PairRule(
          demand: rule.words,
          sentence: rule.sentence,
          limit: .rest(after: after, before: before),
          terms: terms
        )
      ] + skipRest(rule, terms, after: after, before: before)
    guard let last = history.last, last.kinds & after != 0 else { return rules }
    let first = terms.map { term in
      term.map { FirstRestMachine.Term(rest: $0.minutes, price: $0.price, before: before) }
    }
    return rules + firstRest(rule, first, last.end)
  }

  /// The rest between shifts with a date off between them, where that can be missed.
  private func skipRest(
    _ rule: LaborRule,
    _ terms: [PairRule.Term?],
    after: UInt64?,
    before: UInt64?
  ) -> [any TourRule] {
    guard let contract else { return [] }
    let shapes = frame.shapes(of: contract)
    let machine = SkipRestMachine(
      terms: terms,
      after: after,
      before: before,
      shifts: clock.candidates.map { day in
        day.filter {
          shapes[$0.shape] && $0.openAtStart.contains(true) && $0.openAtEnd.contains(true)
        }
      }
    )
    return machine.map { [MachineRule(rule, $0, start: 0)] } ?? []
  }

  /// A rest after the last past shift, where some shift of the week could begin too early for it.
  private func firstRest(
    _ rule: LaborRule,
    _ terms: [FirstRestMachine.Term?],
    _ last: Instant
  ) -> [any TourRule] {
    let machine = FirstRestMachine(terms: terms, lastEnd: last.secondsSinceEpoch)
    guard clock.candidates.joined().contains(where: { machine.letter(of: $0) > 1 }) else {
      return []
    }
    return [MachineRule(rule, machine, start: 0)]
  }

  /// What shifts of successive dates ask of each other; empty where the numbers of the contract say it all.
  func pairTerms(_ rules: [any TourRule], _ table: SortTable, masks: [UInt64]) -> [PairTerms] {
    let own = rules.compactMap { $0 as? PairRule }
    guard !own.isEmpty else { return [] }
    let holds = { (mask: UInt64?) -> [Bool] in
      guard let mask, let position = masks.firstIndex(of: mask) else { return [] }
      return table.marks.map { $0[position] }
    }
    return frame.grid.dates.indices.map { day in
      own.reduce(into: PairTerms(slotMinutes: frame.grid.stepMinutes)) { pair, rule in
        guard let term = rule.terms[day] else { return }
        switch rule.limit {
        case .change: (pair.mostChange, pair.changePrice) = (term.minutes, term.price)
        case .rest(let after, let before):
          pair.rests.append(
            PairTerms.Rest(
              minutes: term.minutes,
              price: term.price,
              after: holds(after),
              before: holds(before)
            )
          )
        }
      }
    }
  }

  /// The kinds that rules on two shifts speak of, as bits.
  static func masks(_ rules: [any TourRule]) -> [UInt64] {
    var masks: [UInt64] = []
    for case let rule as PairRule in rules {
      guard case .rest(let after, let before) = rule.limit else { continue }
      for mask in [after, before].compactMap(\.self) where !masks.contains(mask) {
        masks.append(mask)
      }
    }
    return masks
  }
}
