import Workforce

extension RosterDecoder {
  /// The parts of a shift that holds training.
  func segments(_ planned: PlannedShift, agenda: Agenda) -> [ShiftSegment] {
    let shape = problem.shapes[planned.shape]
    var gaps = shape.pauses.enumerated().map { index, pause -> Gap in
      let first = planned.start + Int(planned.pauses[index])
      return Gap(
        slots: first..<first + pause.length,
        kind: pause.kind == .lunch ? .lunch : .rest,
        session: nil
      )
    }
    gaps += agenda.sessions.map { position in
      let session = problem.coupling.sessions[position]
      return Gap(slots: session.slots, kind: .training, session: session.name)
    }
    var segments: [ShiftSegment] = []
    var reached = planned.start
    let add = { (kind: ShiftSegment.Kind, from: Int, until: Int, session: String?) in
      guard from < until else { return }
      segments.append(
        ShiftSegment(
          kind: kind,
          start: problem.grid.instant(at: from),
          end: problem.grid.instant(at: until),
          session: session
        )
      )
      reached = until
    }
    let ordered = gaps.sorted {
      ($0.slots.lowerBound, $0.slots.upperBound) < ($1.slots.lowerBound, $1.slots.upperBound)
    }
    for gap in ordered {
      add(.work, reached, gap.slots.lowerBound, nil)
      add(gap.kind, max(reached, gap.slots.lowerBound), gap.slots.upperBound, gap.session)
    }
    add(.work, reached, planned.start + shape.length, nil)
    return segments
  }

  private struct Gap {
    let slots: Range<Int>
    let kind: ShiftSegment.Kind
    let session: String?
  }

  /// Who is in each class, and what the service loses by it: what the cover would cost less if
  /// these people served instead.
  func classes(_ state: RosterState) -> [ClassOutcome] {
    problem.coupling.sessions.enumerated().map { position, session in
      var cover = state.cover
      var attendees: [String] = []
      var trainer: String?
      for (employee, tour) in zip(problem.employees, state.tours) {
        for shift in tour.shifts where shift.agenda >= 0 {
          let agenda = problem.coupling.agendas[shift.agenda]
          guard agenda.sessions.contains(position) else { continue }
          if agenda.seated.contains(position) {
            attendees.append(employee.id)
          } else {
            trainer = employee.id
          }
          guard !problem.groups[shift.group].queues.isEmpty else { continue }
          for slot in session.slots.clamped(to: 0..<problem.slotCount) {
            cover.add(group: shift.group, slot: slot)
          }
        }
      }
      return ClassOutcome(
        session: session.name,
        attendees: attendees,
        trainer: trainer,
        cost: state.cover.cost - cover.cost
      )
    }
  }
}
