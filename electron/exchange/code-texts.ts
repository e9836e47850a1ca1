// One Vietnamese sentence and one advised action for every code (bundle.md §2.9). The screen and the command
// line both show these; a code is never shown alone. Over 300 lines because it is a table of words.
import type { Code } from "./codes.ts";

interface CodeText {
  /** What happened, and that nothing was taken in. */
  readonly sentence: string;
  /** The one thing to do next. */
  readonly advice: string;
}

export const CODE_TEXTS: Readonly<Record<Code, CodeText>> = {
  E_IO_READ: {
    sentence: "Không đọc được tệp. Chưa có gì được nhập.",
    advice: "Cắm lại USB hoặc chép tệp vào máy rồi thử lại.",
  },
  E_EMPTY: {
    sentence: "Tệp rỗng. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi gửi lại tệp.",
  },
  E_SIZE_FILE: {
    sentence: "Tệp lớn hơn mức cho phép (64 MiB). Chưa có gì được nhập.",
    advice: "Kiểm tra xem có chọn đúng tệp .goi không.",
  },
  E_ENC_NO_KEY: {
    sentence: "Gói được mã hóa và máy này không có khóa để mở. Chưa có gì được nhập.",
    advice:
      "Mở trên máy có khóa nhận, hoặc xin đơn vị gửi gửi lại. Tệp có mật khẩu đọc qua điện thoại thì nhận riêng tệp ấy ở Báo cáo & gói nộp.",
  },
  E_ENC_AUTH: {
    sentence: "Gói mã hóa bị hỏng hoặc bị sửa. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_ENC_SIZE: {
    sentence: "Nội dung giải mã lớn hơn mức cho phép. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra lại gói.",
  },
  E_ZIP_TRUNCATED: {
    sentence: "Tệp bị cắt cụt, thiếu phần cuối. Chưa có gì được nhập.",
    advice: "Chép lại tệp từ nguồn; chỉ rút USB sau khi Tháo an toàn.",
  },
  E_ZIP_EOCD: {
    sentence: "Phần cuối của tệp không đúng dạng gói. Chưa có gì được nhập.",
    advice: "Dùng tệp gốc đơn vị gửi đã xuất, không nén lại.",
  },
  E_ZIP_COUNT: {
    sentence: "Số mục bên trong tệp không hợp lệ. Chưa có gì được nhập.",
    advice: "Dùng tệp gốc đơn vị gửi đã xuất, không nén lại.",
  },
  E_ZIP_LAYOUT: {
    sentence: "Tệp này không có cấu trúc của một gói. Chưa có gì được nhập.",
    advice: "Kiểm tra xem có chọn đúng tệp .goi không.",
  },
  E_ZIP_CD: {
    sentence: "Mục lục bên trong tệp bị hỏng. Chưa có gì được nhập.",
    advice: "Chép lại tệp gốc từ đơn vị gửi.",
  },
  E_ZIP_ENCRYPTED: {
    sentence: "Tệp ZIP có đặt mật khẩu, không phải gói gốc. Chưa có gì được nhập.",
    advice: "Dùng tệp gốc đơn vị gửi đã xuất, không nén lại.",
  },
  E_ZIP_METHOD: {
    sentence: "Tệp đã bị nén lại bằng công cụ khác. Chưa có gì được nhập.",
    advice: "Dùng tệp gốc đơn vị gửi đã xuất, không nén lại.",
  },
  E_ZIP_NAME: {
    sentence: "Bên trong tệp có tên mục không được phép. Chưa có gì được nhập.",
    advice: "Dùng tệp gốc đơn vị gửi đã xuất, không nén lại.",
  },
  E_ZIP_NONCANONICAL: {
    sentence: "Tệp đã bị thay đổi sau khi xuất. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_META_MISSING: {
    sentence: "Tệp thiếu bản kê hoặc chữ ký nên không phải là gói. Chưa có gì được nhập.",
    advice: "Kiểm tra xem có chọn đúng tệp .goi không.",
  },
  E_MIMETYPE: {
    sentence: "Tệp không tự khai là gói của Sổ Công Đoàn. Chưa có gì được nhập.",
    advice: "Kiểm tra xem có chọn đúng tệp .goi không.",
  },
  E_SIZE_META: {
    sentence: "Bản kê hoặc phần chữ ký lớn hơn mức cho phép. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra lại gói.",
  },
  E_SIG_FORMAT: {
    sentence: "Phần chữ ký không đúng dạng. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_TYPE_UNKNOWN: {
    sentence: "Không biết loại gói này. Chưa có gì được nhập.",
    advice: "Cập nhật ứng dụng rồi thử lại.",
  },
  E_VERSION_UNSUPPORTED: {
    sentence: "Gói cần bản ứng dụng mới hơn. Chưa có gì được nhập.",
    advice: "Cập nhật ứng dụng rồi thử lại.",
  },
  E_KEY_UNKNOWN: {
    sentence: "Gói được ký bằng khóa không có trong danh sách khóa. Chưa có gì được nhập.",
    advice: "Nhập danh sách khóa mới nhất, hoặc gọi điện cho đơn vị gửi để đối chiếu mã khóa.",
  },
  E_SIG_INVALID: {
    sentence: "Chữ ký không khớp với nội dung gói. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc; nếu vẫn thế, đừng dùng và báo cho cấp trên.",
  },
  E_SIG_THRESHOLD: {
    sentence: "Gói chưa đủ số chữ ký cần có. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi ký đủ người rồi xuất lại.",
  },
  E_KEY_POINT: {
    sentence: "Khóa công khai không hợp lệ hoặc không an toàn. Chưa có gì được nhập.",
    advice: "Xin đơn vị tạo khóa mới và đăng ký lại.",
  },
  E_TL_FINGERPRINT: {
    sentence: "Mã vân tay của danh sách khóa không khớp với mã trên văn bản. Chưa có gì được nhập.",
    advice: "Gõ lại mã theo văn bản có dấu; nếu vẫn không khớp, gọi điện cho cấp trên.",
  },
  E_KEY_REVOKED: {
    sentence: "Khóa ký gói này đã bị thu hồi. Chưa có gì được nhập.",
    advice: "Liên hệ đơn vị gửi để ký lại bằng khóa mới.",
  },
  E_KEY_ROLE: {
    sentence: "Khóa này không được quyền ký loại gói này. Chưa có gì được nhập.",
    advice: "Liên hệ đơn vị gửi để ký bằng đúng khóa.",
  },
  E_MANIFEST_FORMAT: {
    sentence: "Bản kê trong gói không đúng dạng. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra bản ứng dụng đã xuất gói.",
  },
  E_MANIFEST_SCHEMA: {
    sentence: "Bản kê trong gói thiếu hoặc sai mục. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra bản ứng dụng đã xuất gói.",
  },
  E_KIND_MISMATCH: {
    sentence: "Loại gói trong bản kê khác với loại đã ký. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra bản ứng dụng đã xuất gói.",
  },
  E_CRIT_UNKNOWN: {
    sentence: "Gói có phần bắt buộc mà bản ứng dụng này chưa hiểu. Chưa có gì được nhập.",
    advice: "Cập nhật ứng dụng rồi thử lại.",
  },
  E_TL_STALE: {
    sentence: "Gói cần danh sách khóa mới hơn danh sách đang có. Chưa có gì được nhập.",
    advice: "Nhập danh sách khóa mới nhất của cấp trên rồi thử lại.",
  },
  E_TL_ROOT_THRESHOLD: {
    sentence:
      "Danh sách khóa đổi khóa gốc nhưng chưa đủ chữ ký hoặc thiếu bước trung gian. Chưa có gì được nhập.",
    advice: "Xin cấp trên gửi đủ các danh sách khóa từ bản đang có đến bản mới.",
  },
  E_ISSUER_MISMATCH: {
    sentence: "Đơn vị ghi trong gói khác với đơn vị của khóa ký. Chưa có gì được nhập.",
    advice: "Gọi điện cho đơn vị gửi để làm rõ.",
  },
  E_AUDIENCE: {
    sentence: "Tệp này gửi cho đơn vị khác. Chưa có gì được nhập.",
    advice: "Chuyển tệp cho đúng đơn vị, hoặc xin đơn vị gửi xuất lại cho đơn vị mình.",
  },
  E_KEY_RETIRED: {
    sentence: "Khóa ký đã ngừng dùng trước gói này. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi ký lại bằng khóa mới.",
  },
  E_ENTRY_SET: {
    sentence: "Các mục trong gói không đúng với bản kê. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_ENTRY_SIZE: {
    sentence: "Một mục trong gói có độ dài khác bản kê. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_ENTRY_HASH: {
    sentence: "Một mục trong gói đã bị thay đổi sau khi ký. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi chép lại tệp gốc.",
  },
  E_ENTRY_ENC: {
    sentence: "Một mục trong gói khai cách nén không đúng. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra bản ứng dụng đã xuất gói.",
  },
  E_SIZE_RAW: {
    sentence: "Nội dung sau khi giải nén sai hoặc vượt độ dài cho phép. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra lại gói.",
  },
  E_SIZE_RATIO: {
    sentence: "Một mục trong gói nén quá mức bình thường nên bị từ chối. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra lại gói.",
  },
  E_GZIP: {
    sentence: "Không giải nén được một mục trong gói. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi xuất lại gói.",
  },
  E_RAW_HASH: {
    sentence: "Nội dung sau khi giải nén không khớp với bản kê. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi xuất lại gói.",
  },
  E_SEQ_FORK: {
    sentence:
      "Đã nhận một gói khác mang cùng số thứ tự của đơn vị này. Cả hai được giữ lại, chưa có gì được nhập.",
    advice: "Gọi điện cho đơn vị gửi: có thể dữ liệu đã bị sao sang máy khác hoặc khóa bị lộ.",
  },
  E_PREV_MISMATCH: {
    sentence: "Gói không nối tiếp gói trước của đơn vị này. Chưa có gì được nhập.",
    advice: "Gọi điện cho đơn vị gửi để đối chiếu MÃ GÓI của gói trước.",
  },
  E_INSTANCE_CONFIRM: {
    sentence: "Gói đến từ máy chưa từng gửi cho đơn vị mình. Chưa có gì được nhập.",
    advice: "Hỏi đơn vị gửi rồi xác nhận “máy mới / đã khôi phục từ bản sao lưu”.",
  },
  E_INSTANCE_CLOSED: {
    sentence: "Gói đến từ máy đã được ghi là ngừng dùng. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi xuất lại từ máy đang dùng.",
  },
  E_REV_CONFLICT: {
    sentence: "Lần đính chính trong gói không nối tiếp bản đang có. Chưa có gì được nhập.",
    advice: "Đối chiếu với đơn vị gửi xem bản nào là mới nhất rồi xin gửi lại.",
  },
  E_REV_CLOSED: {
    sentence: "Kỳ báo cáo này đang không nhận bản đính chính. Chưa có gì được nhập.",
    advice: "Trả lại báo cáo để sửa nếu muốn nhận bản mới.",
  },
  E_PROG_ROLLBACK: {
    sentence: "Chương trình trong gói không mới hơn bản đang có. Chưa có gì được nhập.",
    advice: "Không cần làm gì; bản đang có vẫn dùng được.",
  },
  E_TL_ROLLBACK: {
    sentence: "Danh sách khóa trong gói cũ hơn danh sách đang có. Chưa có gì được nhập.",
    advice: "Xin cấp trên bản mới nhất nếu cần.",
  },
  E_TL_FORK: {
    sentence: "Có hai danh sách khóa khác nhau cho cùng một bước. Chưa có gì được nhập.",
    advice: "Gọi điện cho cấp trên ngay và không dùng danh sách này.",
  },
  E_REPLY_UNKNOWN: {
    sentence: "Gói trả lời một báo cáo mà sổ này không giữ. Chưa có gì được nhập.",
    advice:
      "Mở gói trên máy đã gửi báo cáo, hoặc khôi phục bản sao lưu mới hơn. Không được thì đọc mã gói cho cấp trên để hỏi lại.",
  },
  E_REPLY_CONFLICT: {
    sentence: "Đã có kết quả khác cho lần gửi này. Chưa có gì được nhập.",
    advice: "Gọi điện cho cấp trên để biết kết quả nào đúng.",
  },
  E_DATA_FORMAT: {
    sentence: "Bảng số liệu trong gói không đúng dạng. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra bản ứng dụng đã xuất gói.",
  },
  E_DATA_SCHEMA: {
    sentence: "Bảng số liệu trong gói thiếu hoặc sai cột. Chưa có gì được nhập.",
    advice: "Cập nhật ứng dụng hai bên lên cùng bản rồi xuất lại.",
  },
  E_DATA_REF: {
    sentence: "Số liệu trong gói nhắc tới đơn vị hoặc chỉ tiêu không có trong gói. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi kiểm tra sổ đơn vị rồi xuất lại.",
  },
  E_DATA_RULE: {
    sentence: "Số liệu trong gói trái với quy tắc kiểm tra. Chưa có gì được nhập.",
    advice: "Xin đơn vị gửi sửa số liệu rồi gửi lại.",
  },
  E_TOTALS: {
    sentence: "Tổng kiểm soát trong gói không khớp với số liệu. Chưa có gì được nhập.",
    advice: "Báo cho đơn vị gửi xuất lại gói.",
  },
  E_PROG_UNKNOWN: {
    sentence: "Gói dùng một chương trình mà máy này chưa có. Chưa có gì được nhập.",
    advice: "Nhập chương trình đó trước rồi thử lại.",
  },
  E_IO_WRITE: {
    sentence: "Không ghi được vào ổ đĩa. Chưa có gì được nhập.",
    advice: "Kiểm tra chỗ trống và quyền ghi của thư mục dữ liệu.",
  },
  E_DB_BUSY: {
    sentence: "Dữ liệu đang được chương trình khác dùng. Chưa có gì được nhập.",
    advice: "Đóng cửa sổ khác của ứng dụng rồi thử lại.",
  },
  E_DB_FULL: {
    sentence: "Ổ đĩa đã đầy. Chưa có gì được nhập.",
    advice: "Dọn bớt ổ đĩa rồi thử lại.",
  },
  E_DB_IO: {
    sentence: "Ổ đĩa báo lỗi khi ghi dữ liệu. Chưa có gì được nhập.",
    advice: "Khởi động lại ứng dụng; nếu lặp lại, sao lưu và thay ổ đĩa.",
  },
  E_DB_CORRUPT: {
    sentence: "Tệp dữ liệu bị hỏng. Chưa có gì được nhập.",
    advice: "Mở phần khôi phục và dùng bản sao lưu mới nhất.",
  },
  E_KEY_PASSPHRASE: {
    sentence: "Cụm mật khẩu không đúng, hoặc tệp khóa bị hỏng. Chưa ký gì.",
    advice: "Gõ lại mật khẩu, chú ý bộ gõ tiếng Việt và phím Caps Lock.",
  },
  E_KEY_FILE: {
    sentence: "Tệp khóa bị hỏng hoặc không phải khóa của ứng dụng. Chưa ký gì.",
    advice: "Chép lại tệp khóa; nếu không còn, tạo khóa mới và đăng ký lại.",
  },
  E_PASSPHRASE_WEAK: {
    sentence: "Mật khẩu quá dễ đoán. Chưa tạo khóa.",
    advice: "Dùng ít nhất 12 ký tự, ví dụ bốn từ không liên quan nhau.",
  },
  E_KEY_DUPLICATE: {
    sentence: "Khóa này đã có trong danh sách khóa. Danh sách chưa thay đổi.",
    advice: "Không cần làm gì nếu đã đăng ký trước đó; nếu không, gọi điện cho đơn vị.",
  },
  E_KEY_PAPER: {
    sentence: "Mã khóa trên giấy gõ chưa đúng. Chưa khôi phục khóa nào.",
    advice: "Gõ lại từng nhóm năm ký tự theo tờ giấy; chữ O là số 0, chữ I và L là số 1.",
  },
  E_KEY_WAIT: {
    sentence: "Cụm mật khẩu đã sai nhiều lần nên phải chờ. Chưa ký gì.",
    advice: "Chờ hết số giây ghi bên cạnh rồi thử lại; nếu quên mật khẩu, tạo khóa mới và đăng ký lại.",
  },
  E_CRYPTO_SELFTEST: {
    sentence: "Máy này tính sai phép mã hóa khi tự kiểm tra. Ứng dụng chỉ cho xem, không ký và không nhập.",
    advice: "Khởi động lại; nếu lặp lại, cài lại ứng dụng hoặc dùng máy khác.",
  },
  W_DUPLICATE: {
    sentence: "Gói này đã được nhập trước đây. Không có gì thay đổi.",
    advice: "Có thể gửi lại biên nhận đã lưu cho đơn vị gửi.",
  },
  W_SEQ_GAP: {
    sentence: "Còn thiếu gói trước gói này của đơn vị gửi.",
    advice: "Xin đơn vị gửi gửi lại các gói còn thiếu.",
  },
  W_SIG_UNKNOWN_KEY: {
    sentence: "Gói có thêm một chữ ký bằng khóa không biết; chữ ký đó không được tính.",
    advice: "Không cần làm gì nếu các chữ ký khác hợp lệ.",
  },
  W_AUDIENCE_UNCHECKED: {
    sentence: "Chưa kiểm tra gói có gửi cho đơn vị mình không.",
    advice: "Xem mục nơi nhận, hoặc kiểm tra trong ứng dụng của đơn vị.",
  },
  W_ISSUER_UNCHECKED: {
    sentence: "Chữ ký đúng với khóa, nhưng chưa có danh sách khóa nào chứng nhận khóa này của ai.",
    advice: "Đối chiếu mã khóa với văn bản có chữ ký và dấu.",
  },
  W_TRUST_UNCHECKED: {
    sentence: "Gói yêu cầu một phiên bản danh sách khóa nhưng không có danh sách để so.",
    advice: "Kiểm tra lại bằng danh sách khóa mới nhất.",
  },
  W_REPLAY_UNCHECKED: {
    sentence: "Chưa kiểm tra gói có bị gửi lặp hoặc sai thứ tự không.",
    advice: "Nhập gói trong ứng dụng của đơn vị để kiểm tra đầy đủ.",
  },
  W_REVIEW_OVERDUE: {
    sentence: "Danh sách khóa đã quá ngày cần xem lại.",
    advice: "Xin cấp trên danh sách khóa mới khi thuận tiện.",
  },
};
