public import Workforce

/// `roster.csv` and `roster.json` of a run folder.
public enum RosterFile {
  /// The name of a roster that a plan begins with, among its inputs.
  public static let startName = "start_roster.csv"

  static let columns = [
    "employee", "date", "shift_start", "shift_end", "segment_kind", "segment_start",
    "segment_end", "queue_or_session",
  ]

  /// One row per segment of every shift, on the clock of the person's site; days off have no row.
  public static func csv(_ roster: Roster) -> String {
    var csv = CSVText(header: columns)
    for tour in roster.tours {
      let zone = roster.zone(of: tour)
      for shift in tour.shifts {
        let head = [
          tour.employee, shift.date.description, zone.text(of: shift.start),
          zone.text(of: shift.end),
        ]
        for segment in shift.segments {
          csv.append(
            head + [
              segment.kind.rawValue, zone.text(of: segment.start), zone.text(of: segment.end),
              segment.kind == .work
                ? shift.queues.joined(separator: "+") : segment.session ?? "",
            ]
          )
        }
      }
    }
    return csv.text
  }

  /// The same nested: tours, shifts, segments; with the week, the zone, and that of tours with
  /// their own.
  public static func json(_ roster: Roster) -> String {
    // people without shifts have no row in roster.csv either
    let tours = roster.tours.filter { !$0.shifts.isEmpty }.map { tour in
      let zone = roster.zone(of: tour)
      let shifts = tour.shifts.map { shift -> JSONText in
        let segments = shift.segments.map { segment in
          JSONText.object(
            [
              ("kind", .string(segment.kind.rawValue)),
              ("start", .string(zone.text(of: segment.start))),
              ("end", .string(zone.text(of: segment.end))),
            ] + (segment.session.map { [("session", JSONText.string($0))] } ?? [])
          )
        }
        return .object([
          ("date", .string(shift.date.description)),
          ("start", .string(zone.text(of: shift.start))),
          ("end", .string(zone.text(of: shift.end))),
          ("queues", .list(shift.queues.map(JSONText.string))),
          ("segments", .list(segments)),
        ])
      }
      let own = tour.zone.map { [("zone", JSONText.string($0.identifier))] } ?? []
      return JSONText.object(
        [("employee", .string(tour.employee))] + own + [("shifts", .list(shifts))]
      )
    }
    let root = JSONText.object([
      ("week", .string(roster.week.description)),
      ("zone", .string(roster.zone.identifier)),
      ("tours", .list(tours)),
    ])
    return root.text() + "\n"
  }

  /// Reads `roster.csv`, also one edited by hand.
  ///
  /// Rows may come in any order, times may lack their offset, and a work row without queues means
  /// all that the person may serve then. Reported are unknown people and queues, segments that
  /// overlap, leave holes or lie outside their shift, and shifts of several weeks.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario that the roster belongs to.
  ///   - week: Its week, where that is known: then it may have no shifts.
  /// - Returns: The roster, tours in the order of the employees; or what is wrong.
  public static func load(
    _ path: String,
    inputs: PlanningInputs,
    week: ISOWeek? = nil
  ) -> Loaded<Roster> {
    let findings = FileFindings(file: path)
    let roster = InputFile.bytes(path, findings: findings, missing: .missingRunFile).flatMap {
      RosterReader(inputs: inputs, findings: findings).read($0, week: week)
    }
    return Loaded(roster, diagnostics: findings.diagnostics)
  }
}
