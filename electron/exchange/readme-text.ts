// `readme.txt` of every bundle: how to look inside and check it without this application (bundle.md §2.12).
// The same bytes in every bundle. The commands are run by a test against a written bundle.
export const README_TEXT = `SỔ CÔNG ĐOÀN - GÓI DỮ LIỆU CÓ CHỮ KÝ SỐ (.goi)

Tệp này là một tệp ZIP. Muốn xem bên trong: sao tệp ra chỗ khác, đổi đuôi .goi thành .zip rồi mở.
Không sửa, không nén lại tệp gốc: chỉ cần khác một byte là phần mềm từ chối cả gói.

Bên trong có:
  manifest.json     nội dung được ký: đơn vị gửi, nơi nhận, kỳ báo cáo, danh sách tệp và mã băm
  signatures.json   chữ ký số Ed25519 (cách ký DSSE v1)
  data/             bảng số liệu, mỗi dòng một bản ghi JSON, nén gzip
  docs/             báo cáo để đọc và in

MÃ GÓI in trên công văn là 20 byte đầu của SHA-256 của manifest.json.

KIỂM TRA KHÔNG CẦN PHẦN MỀM (Linux, macOS, Git Bash trên Windows)
Đặt tệp gói (goi.goi) và khóa công khai của đơn vị gửi (donvi.pem) cùng một thư mục, rồi chạy:

----- bash -----
unzip -q goi.goi -d g && cd g
T=$(sed -E 's/.*"payload_type":"([^"]+)".*/\\1/' signatures.json)
openssl pkey -pubin -in ../donvi.pem -outform DER | sha256sum
sed -E 's/.*"sig":"([^"]+)".*/\\1/' signatures.json | openssl base64 -d -A > sig.bin
{ printf 'DSSEv1 %d %s %d ' \${#T} "$T" $(wc -c < manifest.json); cat manifest.json; } > pae.bin
openssl pkeyutl -verify -pubin -inkey ../donvi.pem -rawin -in pae.bin -sigfile sig.bin
sha256sum manifest.json $(find data docs roots readme.txt -type f 2>/dev/null)
----- hết -----

- Dòng thứ ba phải in ra một "keyid" có trong signatures.json.
- Dòng thứ sáu phải in "Signature Verified Successfully".
- Dòng cuối in mã băm: của manifest.json là mã nhận dạng gói, của các tệp khác phải trùng
  "sha256" trong manifest.json.
- Gói có nhiều chữ ký: lệnh trên kiểm tra chữ ký sau cùng trong signatures.json.

CHỮ KÝ SỐ CHÍNH THỨC ĐI KÈM
Chữ ký bên trong gói xác thực dữ liệu, không thay văn bản ký, đóng dấu. Nếu bên cạnh gói có tệp goi.goi.p7s
(chữ ký số của người hoặc cơ quan lên đúng tệp gói này), kiểm tra bằng phần mềm ký số chính thức, hoặc với
chứng thư gốc của tổ chức cấp chứng thư (goc.pem):

----- bash, chữ ký kèm theo -----
openssl cms -verify -binary -inform DER -in goi.goi.p7s -content goi.goi -CAfile goc.pem -purpose any -out goi.kiem
----- hết -----

Lệnh phải in "CMS Verification successful". Chứng thư còn hiệu lực vào ngày ký hay không là việc của công cụ chính thức.

Trên Windows không có công cụ: lấy manifest.json ra rồi chạy  certutil -hashfile manifest.json SHA256
`.normalize("NFC");
