import Workforce

/// Makes one shift of its rows and checks that they fit together.
struct ShiftAssembly {
  /// The rows, ascending by segment start; never empty.
  let rows: [RosterRow]
  let inputs: PlanningInputs
  /// The zone whose clock the person lives by.
  let zone: Zone
  let findings: FileFindings
  /// False when rows of the person could not be read, so that holes mean nothing.
  let isComplete: Bool

  private var first: RosterRow { rows[0] }

  func shift() -> Shift {
    checkHead()
    checkSegments()
    return Shift(
      date: first.date,
      start: first.shiftStart,
      end: first.shiftEnd,
      segments: rows.map(\.segment),
      queues: queues()
    )
  }

  private func checkHead() {
    for row in rows {
      if row.shiftEnd != first.shiftEnd {
        findings.report(
          "shift end",
          line: row.line,
          .shiftEnds(zone.text(of: row.shiftEnd), zone.text(of: first.shiftEnd), line: first.line)
        )
      }
      let date = zone.local(at: row.shiftStart).date
      if row.date != date {
        findings.report("date", line: row.line, .shiftDate(row.date, starts: date))
      }
    }
    if first.shiftEnd <= first.shiftStart {
      let (start, end) = (zone.local(at: first.shiftStart), zone.local(at: first.shiftEnd))
      findings.report("end before start", line: first.line, .endBeforeStart("shift", start, end))
    }
  }

  private func checkSegments() {
    var reached = first.shiftStart
    for row in rows {
      let segment = row.segment
      guard segment.start < segment.end else {
        let (start, end) = (zone.local(at: segment.start), zone.local(at: segment.end))
        findings.report("end before start", line: row.line, .endBeforeStart("segment", start, end))
        continue
      }
      if segment.start < row.shiftStart || segment.end > row.shiftEnd {
        findings.report("outside the shift", line: row.line, .outside(row, zone))
      } else if segment.start < reached {
        findings.report(
          "overlap",
          line: row.line,
          .segmentOverlap(row, until: zone.text(of: reached), zone)
        )
      } else if segment.start > reached {
        reportHole(reached, segment.start, row)
      }
      reached = max(reached, segment.end)
    }
    if reached < first.shiftEnd { reportHole(reached, first.shiftEnd, rows[rows.count - 1]) }
  }

  private func reportHole(_ from: Instant, _ to: Instant, _ row: RosterRow) {
    guard isComplete else { return }
    findings.report(
      "hole",
      line: row.line,
      .hole(row.employee, zone.text(of: from), zone.text(of: to))
    )
  }

  /// The queues of the shift: what its work rows say, or all that the person may serve then.
  private func queues() -> [String] {
    let given = rows.filter { $0.segment.kind == .work && !$0.queues.isEmpty }
    if let model = given.first {
      for row in given where row.queues != model.queues {
        findings.report(
          "queues",
          line: row.line,
          .shiftQueues(row.queues, model.queues, line: model.line)
        )
      }
      return model.queues
    }
    let last = zone.local(at: first.shiftEnd.adding(minutes: -1)).date
    return inputs.queues(servedBy: first.employee, on: first.date, overMidnight: last > first.date)
      .map { inputs.settings.queues[$0].name }
  }
}
