import Optimization

extension RosterPipeline {
  /// The master with the weeks of the first roster and of Frank–Wolfe, weeks as whole numbers.
  mutating func masterModel() throws -> LinearModel {
    let start = greedy()
    var relaxed = FrankWolfe(
      problem,
      tours: start.tours,
      seed: options.seed,
      threads: options.threads
    )
    frankWolfe(&relaxed, incumbent: start.objective)
    let master = TourMaster(problem)
    var columns: [LinearModel.Column] = []
    for (employee, mix) in relaxed.state.mixes.enumerated() {
      var tours = mix.map(\.tour)
      if !tours.contains(where: { $0.shifts == start.tours[employee].shifts }) {
        tours.insert(start.tours[employee], at: 0)
      }
      for (index, tour) in tours.enumerated() {
        columns.append(
          master.column(
            tour,
            of: employee,
            name: "week \(problem.employees[employee].id) \(index)",
            isInteger: true
          )
        )
      }
    }
    return master.frame.adding(columns)
  }
}
