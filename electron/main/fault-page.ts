/** The page shown when the office cannot be opened: the renderer never loads on a half-open database (style.md "Errors"). */
export function faultPage(sentence: string, code: string): string {
  const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const html = `<!doctype html><meta charset="utf-8"><title>Sổ Công Đoàn</title><body style="font:16px 'Segoe UI',sans-serif;max-width:640px;margin:15vh auto"><h1>Chưa mở được dữ liệu</h1><p>${escape(sentence)}</p><p><small>${escape(code)}</small></p>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}
