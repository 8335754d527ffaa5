import Crypto
import Foundation
import Storage
import Workforce

extension StoreSurroundings {
  /// SHA-256, the machine's clock and its random numbers; results of planning depend on none of them.
  static var system: StoreSurroundings {
    StoreSurroundings(
      digest: { Array(SHA256.hash(data: $0)) },
      now: { Instant(secondsSinceEpoch: Int(Date().timeIntervalSince1970.rounded(.down))) },
      random: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in generator.next() }
      }
    )
  }
}
