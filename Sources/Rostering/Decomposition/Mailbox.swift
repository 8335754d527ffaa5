import Synchronization

/// Hands a large value to another thread and back without a copy; a class, because both threads
/// must see the same one.
final class Mailbox<Value: Sendable>: Sendable {
  private let content: Mutex<Value?>

  init(_ value: consuming Value) { content = Mutex(value) }

  /// Changes the value in place.
  func change(_ body: (inout Value) -> Void) {
    content.withLock { content in
      guard var value = content.take() else { preconditionFailure("the mailbox is empty") }
      body(&value)
      content = value
    }
  }

  /// Reads a part of the value.
  func read<Part: Sendable>(_ body: (borrowing Value) -> Part) -> Part {
    content.withLock { content in
      guard let value = content else { preconditionFailure("the mailbox is empty") }
      return body(value)
    }
  }

  /// Takes the value out, once.
  func take() -> Value {
    content.withLock { content in
      guard let value = content.take() else { preconditionFailure("the mailbox is empty") }
      return value
    }
  }
}
