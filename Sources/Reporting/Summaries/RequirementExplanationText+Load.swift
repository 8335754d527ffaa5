import Workforce

extension RequirementExplanationText {
  /// The modified offered load, what the interval takes over, and how it is judged.
  func carriedLoad(_ answer: StaffingAnswer) -> [String] {
    guard let load = answer.correction else { return [] }
    let (start, end) = (clock(explanation.index), clock(explanation.index + 1, isEnd: true))
    let modified =
      "m(t) = ∫ λ(t − u)·P(S > u) du = \(erlangs(load.start)) at \(start), \(erlangs(load.end)) at "
      + "\(end), \(erlangs(load.mean)) erlangs on average; S handle time, variation "
      + "\(plainNumber(variation)) (Jennings, Mandelbaum, Massey and Whitt 1996)"
    let sources = "\(sources.earlier); \(sources.variation)"
    return labeled("In hand", modified) + labeled("", sources)
      + (load.isOpening ? opening(load, at: end) : takenOver(load, at: start))
  }

  private func opening(_ load: LoadCorrection, at end: String) -> [String] {
    labeled(
      "Judged by",
      "the load at \(end), a = m(t) = \(erlangs(load.end)) erlangs, because hardly anybody is in hand "
        + "before: an opening leaves no line behind"
    )
  }

  private func takenOver(_ load: LoadCorrection, at start: String) -> [String] {
    let before = counted(load.agentsBefore, "agent", "agents")
    return labeled(
      "Taken over",
      "\(decimal(load.inHand, places: 2)) in hand and \(decimal(load.waiting, places: 2)) waiting at "
        + "\(start), with the \(before) needed before"
    )
      + labeled(
        "Judged by",
        "the load a of each moment whose steady state has as many in hand and waiting (Wang, Tipper "
          + "and Banerjee 1996); and by a = \(erlangs(load.lowest)) erlangs, the lowest load of the "
          + "interval"
      )
  }

  /// Why one agent less is not enough although its service is: it comes from the interval before.
  func borrowed(
    _ answer: StaffingAnswer,
    _ binding: ServiceDemand,
    _ fewer: StaffingAnswer.Row
  ) -> String {
    guard let load = answer.correction, let lowest = load.oneLessAtLowest,
      binding.isMet(by: fewer.measures, of: fewer.agents)
    else { return "" }
    return
      ", but only thanks to people whom the interval before has to spare; in a steady state under "
      + "\(erlangs(load.lowest)) erlangs \(binding.outcome(lowest, agents: fewer.agents))"
  }

  private var variation: Double {
    explanation.forecast.handleTimeVariation ?? explanation.queue.handleTimeVariation
  }

  private func erlangs(_ load: Double) -> String { decimal(load, places: 3) }

  private func clock(_ index: Int, isEnd: Bool = false) -> String {
    explanation.grid.clockText(at: index, isEnd: isEnd)
  }
}
