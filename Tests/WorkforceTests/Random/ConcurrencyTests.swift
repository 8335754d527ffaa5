import Testing
import Workforce

@Suite struct ConcurrencyTests {
  @Test(arguments: [0, 1, 2, 4, 100])
  func `parallel results come in order, whatever the threads`(threads: Int) {
    for count in [0, 1, 2, 3, 97] {
      let found = parallelMap(count: count, threads: threads) { index in
        var stream = RandomStream(seed: 1, name: "lane", keys: index)
        return "\(index) \(stream.next())"
      }
      let expected = (0..<count).map { index in
        var stream = RandomStream(seed: 1, name: "lane", keys: index)
        return "\(index) \(stream.next())"
      }
      #expect(found == expected)
    }
  }

  @Test func `a stop signal keeps its first reason`() {
    let signal = StopSignal()
    #expect(!signal.isStopped)
    signal.stop(.cancelled)
    signal.stop(.timeLimit)
    #expect(signal.reason == .cancelled)
    #expect(signal.isStopped)
  }

  @Test func `a passed deadline stops, a distant one does not`() {
    let past = StopSignal(deadline: .now - .seconds(1))
    #expect(past.reason == .timeLimit)
    past.stop(.cancelled)
    #expect(past.reason == .timeLimit)
    #expect(StopSignal(deadline: .now + .seconds(3600)).reason == nil)
  }

  @Test func `a part of the work stops with the whole, but not the other way round`() {
    let whole = StopSignal()
    let part = whole.part(.one)
    #expect(part.reason == nil)
    #expect(whole.millisecondsLeft == nil)
    part.stop(.timeLimit)
    #expect(whole.reason == nil)
    let other = whole.part(.one)
    whole.stop(.cancelled)
    #expect(other.reason == .cancelled)
  }

  @Test func `no share of the time left ends a part at once`() {
    let whole = StopSignal(deadline: .now + .seconds(3600))
    #expect(whole.part(.zero).reason == .timeLimit)
    #expect(whole.part(.one).reason == nil)
    #expect(whole.reason == nil)
  }

  @Test func `all threads see one signal`() {
    let signal = StopSignal()
    let seen = parallelMap(count: 4, threads: 2) { index in
      if index == 0 { signal.stop(.cancelled) }
      return index
    }
    #expect(seen == [0, 1, 2, 3])
    #expect(signal.isStopped)
  }
}
