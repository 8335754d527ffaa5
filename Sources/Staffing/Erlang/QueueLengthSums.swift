/// Sums over the number of waiting contacts of M/M/n+M, taken in one pass.
///
/// With x = nμ ÷ θ and y = λ ÷ θ, j contacts wait q_j = yʲ ÷ ((x+1)(x+2)…(x+j)) times as often as
/// none while all agents are busy. Such sums are the power series of the incomplete gamma function
/// (NIST Handbook, 2010, 8.7.1) that M/M/n+M leads to (Palm; Mandelbaum & Zeltyn 2007, §4). All
/// terms are positive, so the relative error is about the number of terms × 2e-16.
struct QueueLengthSums {
  /// Σ q_j over j ≥ 1.
  let busy: Double
  /// Σ j·q_j.
  let waiting: Double
  /// Σ h_j·q_j with h_j = 1 ÷ (x+1) + … + 1 ÷ (x+j), what the last of j expects to wait.
  let wait: Double
  /// Σ uʲ·q_j over j ≥ 1.
  let late: Double

  /// The most terms; where they are not enough the integrals are faster.
  static let most = 4096.0

  /// Takes the sums; `nil` where they have too many terms or leave the range of a `Double`.
  init?(x: Double, y: Double, u: Double) {
    guard y - x < Self.most else { return nil }
    let lateLoad = y * u
    var (length, expected) = (0.0, 0.0)
    var (chance, lateChance) = (1.0, 1.0)
    var (busy, waiting, wait, late) = (0.0, 0.0, 0.0, 0.0)
    repeat {
      length += 1
      let share = 1 / (x + length)
      chance *= y * share
      lateChance *= lateLoad * share
      expected += share
      busy += chance
      waiting += length * chance
      wait += expected * chance
      late += lateChance
      guard length < Self.most, waiting < 1e280 else { return nil }
    } while y > x + length || length * chance > waiting * 0x1p-60
    (self.busy, self.waiting, self.wait, self.late) = (busy, waiting, wait, late)
  }
}
