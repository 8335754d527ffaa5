import Foundation
import Workforce

/// One contact, with all that chance decides about it.
struct Contact: Equatable, Sendable, BitwiseCopyable {
  /// Seconds since the grid's start.
  var arrival: Double
  /// The moment at which it gives up waiting; may be infinite.
  ///
  /// Deferred work does not give up: its recorded due time where there is one, else infinite.
  var leaves: Double
  /// Handle time in seconds.
  var work: Double
  /// The queue.
  var queue: Int16
  /// The waiting line: one per queue and priority.
  var line: Int16
  /// The interval in which it arrives.
  var interval: Int32

  /// Fills storage without contacts.
  static let blank = Contact(arrival: 0, leaves: 0, work: 0, queue: 0, line: 0, interval: 0)
}

/// The distribution of a handle time of mean one, by its squared coefficient of variation.
enum HandleTimes: Sendable {
  /// Always the mean: variation 0.
  case constant
  /// Variation 1.
  case exponential
  /// Any other variation v: exp(σz − σ²/2) with σ² = ln(1 + v).
  case lognormal(sigma: Double)

  init(variation: Double) {
    precondition(variation >= 0, "a variation must not be negative")
    switch variation {
    case 0: self = .constant
    case 1: self = .exponential
    default: self = .lognormal(sigma: log1p(variation).squareRoot())
    }
  }

  @inline(__always)
  func draw(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant: 1
    case .exponential: stream.exponential()
    case .lognormal(let sigma): exp(sigma * stream.normal() - sigma * sigma / 2)
    }
  }
}
