public import Workforce

/// `segments.csv`: the service of each segment of customers over the week of a simulated roster.
public enum SegmentFile {
  /// The file's name.
  public static let name = "segments.csv"

  static let columns = ["queue", "segment"] + SimulationFile.columns[3..<16]

  /// One row per queue and segment, in the order given; a queue's other customers have an empty
  /// segment.
  public static func csv(_ segments: [SegmentSimulation]) -> String {
    var csv = CSVText(header: columns)
    for segment in segments {
      csv.append([segment.queue, segment.segment ?? ""] + SimulationFile.service(segment.measures))
    }
    return csv.text
  }
}
