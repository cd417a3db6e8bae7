/// Tells a test harness that everything it sent has been worked off and shown.
///
/// With `THUTHU_IDLE_BEACON=1` in the environment the program writes
/// `OSC 5150 ; bytes consumed ; rows ; columns ; frames BEL` just before it waits with nothing left to do.
/// Terminals ignore it. A harness knows how many bytes it sent and which size it set, and so needs
/// no pauses.
struct IdleBeacon {
  /// Bytes read from the terminal since the start.
  var consumed = 0
  /// Frames brought onto the terminal since the start.
  var frames = 0
  private let isWanted = TerminalSession.environment("THUTHU_IDLE_BEACON") == "1"

  func tell(_ session: TerminalSession) {
    guard isWanted else { return }
    let size = session.size
    session.send("\u{1B}]5150;\(consumed);\(size.rows);\(size.columns);\(frames)\u{7}")
  }
}
