import Workforce

/// Nobody serves a queue at a moment at which a certificate that its skill needs is not in force.
enum CertificateCheck: PersonCheck {
  static let name = "certificates"

  /// A stretch of work without what it needs.
  private struct Gap {
    var start: Instant
    var end: Instant
    var wanting: String
  }

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    guard let held = person.facts.certificates else { return [] }
    return person.shifts.flatMap { shift in
      shift.shift.queues.flatMap { queue -> [Finding] in
        guard let position = week.index.queues[queue] else { return [] }
        let skill = week.settings.queues[position].skill
        return gaps(skill, shift, held).map { gap in
          Finding(
            date: shift.date,
            detail: "queue \(queue) needs skill \(skill) from \(person.text(gap.start)) until "
              + "\(person.text(gap.end)); not in force then: \(gap.wanting)"
          )
        }
      }
    }
  }

  /// Stretches of work in which the skill is not held for want of a certificate; those of one kind
  /// with only breaks between them are one.
  private static func gaps(_ skill: String, _ shift: CheckedShift, _ held: HeldCertificates)
    -> [Gap]
  {
    var gaps: [Gap] = []
    var isOpen = false
    for segment in shift.shift.segments where segment.kind == .work {
      for piece in held.pieces(from: segment.start, until: segment.end) {
        guard let wanting = wanting(skill, at: piece.start, held) else {
          isOpen = false
          continue
        }
        if isOpen, gaps.last?.wanting == wanting {
          gaps[gaps.count - 1].end = piece.end
        } else {
          gaps.append(Gap(start: piece.start, end: piece.end, wanting: wanting))
        }
        isOpen = true
      }
    }
    return gaps
  }

  /// What is not in force; `nil` where nothing is wanting, or the skill is not given at all, which
  /// is another rule's.
  private static func wanting(_ skill: String, at moment: Instant, _ held: HeldCertificates)
    -> String?
  {
    guard held.extent(of: skill, at: moment) == .none else { return nil }
    let date = held.zone.local(at: moment).date
    guard held.isGranted(skill, on: date) || held.basis(of: skill, at: moment) > .none else {
      return nil
    }
    return held.wanting(skill, at: moment)
  }
}
