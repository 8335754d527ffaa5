public import Interchange
import Reporting
public import Workforce

/// The files of a backtest.
///
/// One queue's files lie directly in the folder. Several queues have a folder each, beside common
/// tables.
/// All but `timings.csv` depend on inputs and options alone.
public struct BacktestFiles: Sendable {
  private let results: [BacktestResult]

  /// Takes results, one per queue.
  public init(_ results: [BacktestResult]) { self.results = results }

  /// The names at the top of the folder, for a check before the work.
  ///
  /// - Parameters:
  ///   - queues: The queues to forecast.
  ///   - options: The options in use.
  /// - Returns: Names of files and folders.
  public static func names(queues: [String], options: BacktestOptions) -> [String] {
    guard queues.count == 1 else { return BacktestFolder.tableNames + folders(queues) }
    return BacktestFolder.tableNames + options.methods.map(BacktestFile.forecastName)
  }

  /// All files.
  public func files() -> [OutputFile] {
    guard results.count != 1 else { return files(of: results[0], in: "") }
    let folders = Self.folders(results.map(\.name))
    let own = zip(results, folders).flatMap { files(of: $0, in: $1 + "/") }
    return tables(results, withQueue: true, in: "") + own
  }

  /// A folder's name per queue: its own, with `_` for what no folder may be called.
  static func folders(_ queues: [String]) -> [String] {
    var taken: Set<String> = []
    return queues.map { queue in
      var name = queue.replacing("/", with: "_")
      if name.hasPrefix(".") || BacktestFolder.tableNames.contains(name) { name = "_" + name }
      while !taken.insert(name).inserted { name += "_" }
      return name
    }
  }

  private func files(of result: BacktestResult, in folder: String) -> [OutputFile] {
    var files = forecasts(result, in: folder)
    files += tables([result], withQueue: false, in: folder)
    files.append(
      OutputFile(name: folder + "accuracy_weeks.csv", text: BacktestFile.weeks(result))
    )
    files.append(
      OutputFile(name: folder + "report.html", text: BacktestReport(result: result).html())
    )
    return files
  }

  private func forecasts(_ result: BacktestResult, in folder: String) -> [OutputFile] {
    result.methods.enumerated().map { index, method in
      OutputFile(
        name: folder + BacktestFile.forecastName(method),
        text: BacktestFile.forecasts(result, method: index)
      )
    }
  }

  private func tables(
    _ results: [BacktestResult],
    withQueue: Bool,
    in folder: String
  ) -> [OutputFile] {
    [
      OutputFile(
        name: folder + "accuracy.csv",
        text: BacktestFile.accuracy(results, withQueue: withQueue)
      ),
      OutputFile(
        name: folder + "origins.csv",
        text: BacktestFile.origins(results, withQueue: withQueue)
      ),
      OutputFile(
        name: folder + "timings.csv",
        text: BacktestFile.timings(results, withQueue: withQueue)
      ),
    ]
  }
}
