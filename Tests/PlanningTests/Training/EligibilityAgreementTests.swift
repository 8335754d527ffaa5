import TestSupport
import Testing
import Training
import Workforce

@testable import Checking

/// Three programs that share no code say who may use a skill at a moment.
@Suite struct EligibilityAgreementTests {
  @Test func `training, checker and brute force agree`() {
    let seen = (0..<20).reduce(into: [0, 0, 0]) { sums, seed in
      for (place, count) in agreement(seed: UInt64(seed)).enumerated() { sums[place] += count }
    }
    // each of no, supervised and full use is among the 14,000
    #expect(seen.allSatisfy { $0 > 100 }, "\(seen)")
  }

  /// Compares 700 triples; how many of them had each extent.
  private func agreement(seed: UInt64) -> [Int] {
    let inputs = RandomTraining.inputs(seed: seed)
    let holding = SkillHolding(inputs)
    let spans = Dictionary(grouping: holding.spans()) { [$0.employee, $0.skill] }
    let brute = BruteForceHolding(inputs)
    let facts = Dictionary(
      uniqueKeysWithValues: InputIndex(inputs).people.map { ($0.employee.id, $0) }
    )
    var stream = RandomStream(seed: seed, name: "triples")
    var seen = [0, 0, 0]
    for _ in 0..<700 {
      let person = inputs.employees[stream.below(inputs.employees.count)].id
      let skill = RandomTraining.skills[stream.below(3)]
      let moment = RandomTraining.moment(inputs, &stream)
      let truth = brute.holding(person, skill, at: moment)
      seen[truth] += 1
      let place = "\(person) \(skill) \(Zone.utc.text(of: moment))"
      #expect(holding.holds(person, skill, at: moment).rawValue == truth, "\(place)")
      let checked = facts[person]?.certificates?.extent(of: skill, at: moment).rawValue
      #expect(checked == truth, "\(place)")
      let span = spans[[person, skill], default: []].filter { $0.contains(moment) }
      #expect(span.map { $0.isSupervised ? 1 : 2 } == (truth == 0 ? [] : [truth]), "\(place)")
    }
    return seen
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the checker's pieces hold one extent each`(seed: UInt64) {
    let inputs = RandomTraining.inputs(seed: seed)
    var stream = RandomStream(seed: seed, name: "pieces")
    for facts in InputIndex(inputs).people {
      let start = RandomTraining.moment(inputs, &stream)
      let end = start.adding(minutes: 60 + stream.below(3000))
      let pieces = facts.certificates?.pieces(from: start, until: end) ?? []
      #expect(pieces.first?.start == start)
      #expect(pieces.last?.end == end)
      for piece in pieces {
        let last = Instant(secondsSinceEpoch: piece.end.secondsSinceEpoch - 1)
        for skill in RandomTraining.skills {
          let extents = [piece.start, last].map { facts.certificates?.extent(of: skill, at: $0) }
          #expect(extents[0] == extents[1])
        }
      }
    }
  }
}
