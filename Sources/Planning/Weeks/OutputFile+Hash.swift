import Crypto
import Foundation
import Interchange

extension OutputFile {
  /// The SHA-256 of its bytes in hexadecimal.
  var sha256: String {
    SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }
}
