/// Contacts that wait in one queue, in order of arrival: a ring that grows when it is full.
struct WaitingLine {
  private var ring: [Contact]
  private var head = 0
  private(set) var count = 0

  init() {
    let blank = Contact(arrival: 0, leaves: 0, work: 0, queue: 0, interval: 0)
    ring = Array(repeating: blank, count: 64)
  }

  var first: Contact? { count > 0 ? ring[head] : nil }

  mutating func append(_ contact: Contact) {
    if count == ring.count { grow() }
    ring[(head + count) & (ring.count - 1)] = contact
    count += 1
  }

  mutating func removeFirst() -> Contact {
    let contact = ring[head]
    head = (head + 1) & (ring.count - 1)
    count -= 1
    return contact
  }

  private mutating func grow() {
    let ordered = (0..<count).map { ring[(head + $0) & (ring.count - 1)] }
    ring = ordered + ordered
    head = 0
  }
}
