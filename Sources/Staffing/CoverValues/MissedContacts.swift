import Foundation
import Workforce

/// The expected contacts of one interval that miss the target, by people.
///
/// The rate is gamma around the forecast's mean, as the simulation draws it; given the rate the
/// queue model tells the share that misses; of the people rostered each is away with the
/// probability of the shrinkage.
struct MissedContacts {
  let arrivals: Double
  let threshold: Duration
  let shrinkage: Double
  let rates: GammaQuadrature
  /// The queue model at a multiple of the expected load.
  let model: (Double) -> any QueueModel

  /// Contacts that miss with 0, 1, 2 … people rostered, until fewer than a negligible part do.
  func curve() -> [Double] {
    let atWork = missedByPeopleAtWork()
    var curve: [Double] = []
    repeat {
      curve.append(mean(of: atWork, rostered: curve.count))
    } while (curve.last ?? 0) > CoverCurve.negligible / 2
    return curve
  }

  /// Contacts that miss with 0, 1, 2 … people at work.
  private func missedByPeopleAtWork() -> [Double] {
    let models = rates.nodes.map(model)
    var curve: [Double] = [arrivals]
    while (curve.last ?? 0) > CoverCurve.negligible / 4 {
      let agents = curve.count
      var missed = 0.0
      for (index, model) in models.enumerated() {
        let share = model.missedShare(agents: agents, within: threshold)
        missed += rates.weights[index] * rates.nodes[index] * arrivals * share
      }
      // rounding must not make a further person harm
      curve.append(min(missed, curve[agents - 1]))
    }
    return curve
  }

  /// The mean over a binomial number of people at work, taken outward from the most likely one.
  private func mean(of curve: [Double], rostered: Int) -> Double {
    let present = 1 - shrinkage
    guard shrinkage > 0, rostered > 0 else { return value(curve, rostered) }
    let mode = min(rostered, Int(Double(rostered + 1) * present))
    var (sum, weights) = (0.0, 0.0)
    var chance = 1.0
    var people = mode
    while people >= 0, chance > 1e-12 {
      sum += chance * value(curve, people)
      weights += chance
      chance *= Double(people) / Double(rostered - people + 1) * shrinkage / present
      people -= 1
    }
    chance = 1
    people = mode
    while people < rostered, chance > 1e-12 {
      chance *= Double(rostered - people) / Double(people + 1) * present / shrinkage
      people += 1
      sum += chance * value(curve, people)
      weights += chance
    }
    return sum / weights
  }

  private func value(_ curve: [Double], _ people: Int) -> Double {
    people < curve.count ? curve[people] : 0
  }
}
