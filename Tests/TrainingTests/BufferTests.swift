import Foundation
import Testing
import Training
import Workforce

@Suite struct BufferTests {
  private struct Case: Sendable {
    var needed: Int
    var passed: Int
    var sat: Int
    var seats: Int
    var probability: Double?
  }

  /// SciPy 1.17, `betabinom(m, 1 + k, 1 + N - k).sf(n - 1)`.
  private static let cases = [
    Case(needed: 8, passed: 86, sat: 100, seats: 12, probability: 0.970835),
    Case(needed: 8, passed: 9, sat: 10, seats: 14, probability: 0.962319),
    Case(needed: 20, passed: 270, sat: 300, seats: 25, probability: 0.956277),
    Case(needed: 1, passed: 0, sat: 0, seats: 19),
  ]

  @Test(arguments: cases)
  private func `seats are those of SciPy`(c: Case) throws {
    let found = Self.seats(for: c.needed, past: (c.passed, c.sat))
    let answer = try #require(found)
    #expect(answer.seats == c.seats)
    #expect(answer.probability >= 0.95 - 1e-12 && answer.probabilityWithOneLess < 0.95 - 1e-6)
    if let probability = c.probability {
      #expect(abs(answer.probability - probability) < 1e-6)
    }
  }

  /// ∫ B(m, p)(≥ n) · Beta(p; a, b) dp by Simpson's rule over 4,000 strips.
  private static func integral(_ people: Int, _ needed: Int, _ a: Double, _ b: Double) -> Double {
    let density = { (p: Double) in pow(p, a - 1) * pow(1 - p, b - 1) }
    let tail = { (p: Double) -> Double in
      var sum = 0.0
      for passed in needed...people {
        var ways = 1.0
        for step in 0..<passed { ways *= Double(people - step) / Double(step + 1) }
        sum += ways * pow(p, Double(passed)) * pow(1 - p, Double(people - passed))
      }
      return sum
    }
    var (weighted, total) = (0.0, 0.0)
    for index in 0...4000 {
      let p = Double(index) / 4000
      let weight = index == 0 || index == 4000 ? 1.0 : index % 2 == 1 ? 4.0 : 2.0
      weighted += weight * density(p) * tail(p)
      total += weight * density(p)
    }
    return weighted / total
  }

  @Test func `chances agree with an integral over the share`() {
    for (a, b) in [(1.0, 1.0), (3.0, 2.0), (10.0, 2.0), (87.0, 15.0)] {
      let belief = BetaBinomial.Beta(passes: a, failures: b)
      for people in [1, 5, 12, 25] {
        let distribution = BetaBinomial(people: people, belief: belief)
        #expect(abs(distribution.probabilities.reduce(0, +) - 1) < 1e-12)
        for needed in [1, people / 2 + 1, people] {
          let chance = distribution.probability(atLeast: needed)
          #expect(abs(chance - Self.integral(people, needed, a, b)) < 1e-7)
        }
      }
    }
  }

  private static func seats(
    for needed: Int,
    past: (passed: Int, sat: Int),
    confidence: Double = 0.95
  ) -> BufferAnswer? {
    let belief = BetaBinomial.Beta().after(passed: past.passed, sat: past.sat)
    return SeatChain([belief]).seats(for: needed, confidence: confidence)
  }

  /// Over both shares p and q: those who pass both courses are binomial with p · q.
  @Test func `two courses agree with an integral over both shares`() {
    let beliefs = [(4.0, 2.0), (9.0, 3.0)]
    let chain = SeatChain(beliefs.map { BetaBinomial.Beta(passes: $0.0, failures: $0.1) })
    for (people, needed) in [(3, 2), (8, 4), (12, 9)] {
      var (weighted, total) = (0.0, 0.0)
      let steps = 200
      for i in 0...steps {
        for j in 0...steps {
          let (p, q) = (Double(i) / Double(steps), Double(j) / Double(steps))
          let simpson = [i, j].map { $0 == 0 || $0 == steps ? 1.0 : $0 % 2 == 1 ? 4.0 : 2.0 }
          let density =
            pow(p, beliefs[0].0 - 1) * pow(1 - p, beliefs[0].1 - 1)
            * pow(q, beliefs[1].0 - 1) * pow(1 - q, beliefs[1].1 - 1)
          let weight = simpson[0] * simpson[1] * density
          var tail = 0.0
          for passed in needed...people {
            var ways = 1.0
            for step in 0..<passed { ways *= Double(people - step) / Double(step + 1) }
            tail += ways * pow(p * q, Double(passed)) * pow(1 - p * q, Double(people - passed))
          }
          weighted += weight * tail
          total += weight
        }
      }
      let chance = chain.probability(atLeast: needed, of: people)
      #expect(abs(chance - weighted / total) < 1e-6)
    }
  }

  @Test func `knowing nothing, every count is as likely as another`() {
    for probability in BetaBinomial(people: 9, belief: BetaBinomial.Beta()).probabilities {
      #expect(abs(probability - 0.1) < 1e-13)
    }
  }

  @Test func `large classes do not lose their sums`() {
    let belief = BetaBinomial.Beta(passes: 271, failures: 31)
    let large = BetaBinomial(people: 3000, belief: belief)
    #expect(abs(large.probabilities.reduce(0, +) - 1) < 1e-9)
    #expect(large.probability(atLeast: 0) == 1)
    #expect(large.probability(atLeast: 3001) == 0)
  }

  @Test func `nobody needed, nobody sits; and some needs cannot be met`() {
    #expect(Self.seats(for: 0, past: (0, 0))?.seats == 0)
    #expect(Self.seats(for: 8, past: (0, 500)) == nil)
    #expect(Self.seats(for: 8, past: (0, 500), confidence: 0.00001) != nil)
  }

  @Test func `one seat fewer never suffices`() throws {
    for needed in [1, 3, 10, 40] {
      for (passed, sat) in [(0, 0), (5, 10), (40, 50), (99, 100)] {
        let found = Self.seats(for: needed, past: (passed, sat), confidence: 0.9)
        guard let answer = found else { continue }
        let belief = BetaBinomial.Beta().after(passed: passed, sat: sat)
        let chances = (needed...answer.seats).map {
          BetaBinomial(people: $0, belief: belief).probability(atLeast: needed)
        }
        #expect(
          chances.dropLast().allSatisfy { $0 < 0.9 } && chances[chances.count - 1] > 0.9 - 1e-9
        )
      }
    }
  }
}
