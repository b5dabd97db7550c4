/// All cells of a run, found by id and listed in order.
public struct CellTable: Sendable, Equatable {
  /// A peer group's funnel: the limits as curves over the number of answers.
  public struct Funnel: Sendable, Equatable {
    /// The limits at one number of answers, in points.
    public struct Limits: Sendable, Equatable {
      /// The number of answers.
      public var n: Int
      /// The lower 95 % limit.
      public var lower95: Double
      /// The upper 95 % limit.
      public var upper95: Double
      /// The lower 99.8 % limit.
      public var lower998: Double
      /// The upper 99.8 % limit.
      public var upper998: Double

      /// Makes limits.
      ///
      /// - Parameters:
      ///   - n: The number of answers.
      ///   - lower95: The lower 95 % limit, in points.
      ///   - upper95: The upper 95 % limit, in points.
      ///   - lower998: The lower 99.8 % limit, in points.
      ///   - upper998: The upper 99.8 % limit, in points.
      public init(
        n: Int, lower95: Double, upper95: Double, lower998: Double, upper998: Double
      ) {
        self.n = n
        self.lower95 = lower95
        self.upper95 = upper95
        self.lower998 = lower998
        self.upper998 = upper998
      }
    }

    /// The key of the peer group.
    public var peerGroup: String
    /// The calendar slice.
    public var period: String
    /// The key of the perspective.
    public var perspective: String
    /// The key of the dimension.
    public var dimension: String
    /// The centre, in points.
    public var centre: Double
    /// The limits, by rising n.
    public var limits: [Limits]

    /// Makes a funnel.
    ///
    /// - Parameters:
    ///   - peerGroup: The key of the peer group.
    ///   - period: The calendar slice.
    ///   - perspective: The key of the perspective.
    ///   - dimension: The key of the dimension.
    ///   - centre: The centre, in points.
    ///   - limits: The limits, by rising n.
    public init(
      peerGroup: String, period: String, perspective: String, dimension: String, centre: Double,
      limits: [Limits]
    ) {
      self.peerGroup = peerGroup
      self.period = period
      self.perspective = perspective
      self.dimension = dimension
      self.centre = centre
      self.limits = limits
    }
  }

  /// What gives the cells their meaning; holds every organisation that has a report.
  public let definition: Definition
  /// All cells, ordered by id.
  public let cells: [Cell]
  /// The funnels, ordered by peer group, period, perspective and dimension.
  public let funnels: [Funnel]
  /// The latest period of each peer group, which its reports are about.
  public let latestPeriods: [String: String]
  /// Organisations taken from the exports that had too few answers to be named at all.
  public let unnamedOrganisations: Int

  private let index: CellIndex

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - definition: What gives the cells their meaning.
  ///   - cells: The cells, in any order; ids must differ.
  ///   - funnels: The funnels.
  ///   - latestPeriods: The latest period by peer group.
  ///   - unnamedOrganisations: Organisations with too few answers to be named.
  public init(
    definition: Definition, cells: [Cell], funnels: [Funnel], latestPeriods: [String: String],
    unnamedOrganisations: Int
  ) {
    self.definition = definition
    self.cells = CellIndex.sorted(cells)
    self.funnels = funnels
    self.latestPeriods = latestPeriods
    self.unnamedOrganisations = unnamedOrganisations
    index = CellIndex(self.cells)
  }

  /// The cell with an id, if there is one.
  ///
  /// - Parameter id: Which figure.
  public subscript(id: CellID) -> Cell? { index.place(of: id).map { cells[$0] } }
}
