import { useState } from "react";
import { Checkbox } from "../../renderer/components/Checkbox.tsx";
import { ComboBox } from "../../renderer/components/ComboBox.tsx";
import { DateField } from "../../renderer/components/DateField.tsx";
import { NumberField } from "../../renderer/components/NumberField.tsx";
import { RadioGroup } from "../../renderer/components/RadioGroup.tsx";
import { SearchField } from "../../renderer/components/SearchField.tsx";
import { Select } from "../../renderer/components/Select.tsx";
import { TextArea } from "../../renderer/components/TextArea.tsx";
import { TextField } from "../../renderer/components/TextField.tsx";
import { unitName } from "./demo-sheet.ts";

const SECTORS = [
  { id: "", label: "Chưa chọn" },
  { id: "state", label: "Khu vực nhà nước" },
  { id: "nonState", label: "Khu vực ngoài nhà nước", description: "Doanh nghiệp, hợp tác xã, cơ sở khác" },
] as const;
const UNITS = Array.from({ length: 200 }, (_, row) => ({ id: `u${row}`, label: unitName(row) }));

export function FieldsPage() {
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const [number, setNumber] = useState<number | null>(1250);
  const [date, setDate] = useState<string | null>("2026-11-20");
  const [sector, setSector] = useState<"" | "state" | "nonState">("");
  const [unit, setUnit] = useState<string | null>(null);
  const [query, setQuery] = useState("phú tân");
  const [isOn, setIsOn] = useState(true);
  return (
    <>
      <h1>Ô nhập</h1>
      <div className="gallery-columns">
        <div className="gallery-stack">
          <TextField
            label="Tên đơn vị"
            description="Tên đầy đủ theo quyết định"
            value={text}
            onChange={setText}
            isRequired
          />
          <TextField label="Mã đơn vị" value="CS-01" onChange={setText} errorMessage="Mã này đã có." />
          <TextField label="Không sửa được" value="LĐLĐ huyện Phú Tân" onChange={setText} isReadOnly />
          <TextField label="Không dùng" value="" onChange={setText} isDisabled />
          <TextArea label="Giải trình" value={note} onChange={setNote} />
        </div>
        <div className="gallery-stack">
          <NumberField
            label="Số lao động"
            value={number}
            onChange={setNumber}
            minValue={0}
            maxValue={100_000}
          />
          <output aria-label="Số đọc được">{String(number)}</output>
          <DateField label="Ngày thành lập" value={date} onChange={setDate} isRequired />
          <output aria-label="Ngày đọc được">{String(date)}</output>
          <Select label="Khu vực" value={sector} onChange={setSector} options={SECTORS} />
          <ComboBox label="Công đoàn cơ sở" value={unit} onChange={setUnit} options={UNITS} />
          <output aria-label="Đơn vị đã chọn">{String(unit)}</output>
          <SearchField label="Tìm trong sổ" value={query} onChange={setQuery} />
        </div>
        <div className="gallery-stack">
          <RadioGroup label="Loại" value={sector} onChange={setSector} options={SECTORS} />
          <RadioGroup
            label="Loại, ngang"
            orientation="horizontal"
            value={sector}
            onChange={setSector}
            options={SECTORS}
          />
          <Checkbox isSelected={isOn} onChange={setIsOn}>
            Gồm cả đơn vị đã giải thể
          </Checkbox>
          <Checkbox isSelected={false} isIndeterminate onChange={setIsOn}>
            Một phần
          </Checkbox>
          <Checkbox isSelected isDisabled onChange={setIsOn}>
            Không đổi được
          </Checkbox>
        </div>
      </div>
    </>
  );
}
