import Workforce

/// `rotations.csv`: who follows which rotation.
enum RotationsFile {
  static let name = "rotations.csv"
  static let required = ["employee", "rotation"]
  static let optional = ["position", "from", "until"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [RotationPlace]
  {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (employees, rotations) = (table.column("employee"), table.column("rotation"))
    let (froms, untils) = (table.column("from"), table.column("until"))
    var places: [(place: RotationPlace, line: Int)] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let rotation = rotation(table, rotations, context)
      let length = context.draft?.settings.labor.rotations.first { $0.name == rotation }?
        .pattern.count
      let position = table.optional(
        table.column("position"),
        .wholeNumber(1...max(1, length ?? 366))
      )
      let from = table.optional(froms, .date)
      let until = table.optional(untils, .date)
      if let from, let until, until < from {
        table.report("until before from", .untilBeforeFrom("\(from)", "\(until)"))
        continue
      }
      guard let employee, let rotation else { continue }
      let place = RotationPlace(
        employee: employee,
        rotation: rotation,
        ahead: (position ?? 1) - 1,
        from: from,
        until: until
      )
      if let first = places.first(where: { $0.place.overlaps(place) }) {
        table.report("two rotations", .placesOverlap(employee, line: first.line))
      }
      places.append((place, table.line))
    }
    return places.map(\.place)
  }

  private static func rotation(_ table: CSVTable, _ column: CSVColumn, _ context: FolderContext)
    -> String?
  {
    guard let name = table.value(column, .text) else { return nil }
    guard let known = context.draft?.rotations, !known.contains(name) else { return name }
    table.report("unknown rotation", .unknownName("rotation", name, known))
    return nil
  }

  /// The file's text.
  static func text(_ places: [RotationPlace]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for place in places {
      csv.append([
        place.employee, place.rotation, String(place.ahead + 1), place.from?.description ?? "",
        place.until?.description ?? "",
      ])
    }
    return csv.bytes
  }
}

extension RotationPlace {
  /// Whether it holds for the same person on a date of another one.
  fileprivate func overlaps(_ other: RotationPlace) -> Bool {
    guard employee == other.employee else { return false }
    if let from, let last = other.until, last < from { return false }
    if let until, let first = other.from, until < first { return false }
    return true
  }
}
