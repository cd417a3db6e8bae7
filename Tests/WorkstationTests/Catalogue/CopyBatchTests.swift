import Testing

@testable import Workstation

@Suite("Runs of barcodes")
struct CopyBatchTests {
  @Test("barcodes run on behind their prefix, as wide as before")
  func barcodes() {
    #expect(CopyBatch.barcode(after: "VN000009", by: 1) == "VN000010")
    #expect(CopyBatch.barcode(after: "99", by: 1) == "100")
    #expect(CopyBatch.barcode(after: "A", by: 3) == "A")
    #expect(CopyBatch.barcode(after: "B1", by: 0) == "B1")
  }
}
