import Workforce

/// Every stretch of work is as long as the template allows.
enum WorkStretchCheck: PersonCheck {
  static let name = "work stretch"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift -> [Finding] in
      guard let template = shift.template else { return [] }
      let least = text(template.minimumStretch)
      let most = text(template.maximumStretch)
      return shift.shape.stretchFaults(template).map {
        let given = "\(text($0.length)) of work from \(person.text($0.start))"
        return Finding(date: shift.date, detail: "\(given); \(least) to \(most) are allowed")
      }
    }
  }
}
