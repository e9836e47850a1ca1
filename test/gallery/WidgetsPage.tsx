import { useEffect, useState } from "react";
import { Badge } from "../../renderer/components/Badge.tsx";
import { Button } from "../../renderer/components/Button.tsx";
import { Callout } from "../../renderer/components/Callout.tsx";
import { CommandPalette } from "../../renderer/components/CommandPalette.tsx";
import { Dialog } from "../../renderer/components/Dialog.tsx";
import { EmptyState } from "../../renderer/components/EmptyState.tsx";
import { FileDrop } from "../../renderer/components/FileDrop.tsx";
import { FilterChips } from "../../renderer/components/FilterChips.tsx";
import { IconButton } from "../../renderer/components/IconButton.tsx";
import * as icons from "../../renderer/components/icons.tsx";
import { KeyValue } from "../../renderer/components/KeyValue.tsx";
import { Progress } from "../../renderer/components/Progress.tsx";
import { SidePanel } from "../../renderer/components/SidePanel.tsx";
import { Stepper } from "../../renderer/components/Stepper.tsx";
import { Tabs } from "../../renderer/components/Tabs.tsx";
import { showToast } from "../../renderer/components/Toast.tsx";
import { VerdictMark } from "../../renderer/components/VerdictMark.tsx";
import { matchesSearch, searchKey } from "../../shared/domain/text.ts";
import { unitName } from "./demo-sheet.ts";

const STEPS = [
  { id: "prepare", label: "Chuẩn bị" },
  { id: "check", label: "Kiểm tra" },
  { id: "approve", label: "Duyệt" },
  { id: "sign", label: "Ký" },
  { id: "export", label: "Xuất gói" },
] as const;
const COMMANDS = [
  { id: "home", group: "place", title: "Hôm nay", detail: "Alt+1" },
  { id: "register", group: "place", title: "Sổ đơn vị", detail: "Alt+2" },
  ...Array.from({ length: 60 }, (_, row) => ({
    id: `u${row}`,
    group: "unit",
    title: unitName(row),
    detail: `CS${row}`,
  })),
];

export function WidgetsPage() {
  const [chips, setChips] = useState<ReadonlySet<string>>(new Set(["state"]));
  const [tab, setTab] = useState<"facts" | "events">("facts");
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [isDialogOpen, setIsDialogOpen] = useState(false);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.code !== "KeyK") return;
      event.preventDefault();
      setIsPaletteOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <h1>Báo cáo quý III/2026</h1>
      <Stepper label="Các bước" steps={STEPS} current="approve" onStep={(step) => setChosen(step)} />
      <div className="form-actions">
        <Button variant="primary" onPress={() => showToast("Đã lưu 12 ô.")}>
          Lưu
        </Button>
        <Button onPress={() => setIsPanelOpen(true)}>Mở bảng bên</Button>
        <Button onPress={() => setIsDialogOpen(true)}>Mở hộp thoại</Button>
        <Button variant="quiet" onPress={() => setIsPaletteOpen(true)}>
          <icons.SearchIcon /> Tìm (Ctrl+K)
        </Button>
        <Button variant="danger">Xóa</Button>
        <Button isPending>Đang ký</Button>
        <Button isDisabled>Không dùng</Button>
        <IconButton label="Hoàn tác" onPress={() => showToast("Đã hoàn tác.")}>
          <icons.CheckIcon />
        </IconButton>
        <a className="link-button" href="#widgets">
          Liên kết
        </a>
        <output aria-label="Đã chọn">{chosen}</output>
      </div>
      <FilterChips
        label="Khu vực"
        selected={chips}
        onChange={setChips}
        chips={[
          { id: "state", label: "Nhà nước", count: 62 },
          { id: "nonState", label: "Ngoài nhà nước", count: 58 },
        ]}
      />
      <div className="gallery-columns">
        <div className="gallery-stack">
          <Callout tone="info" title="Kỳ đóng sau 3 ngày">
            Còn 3 đơn vị chưa nhập.
          </Callout>
          <Callout tone="success" title="Đã nhập 118 dòng" />
          <Callout tone="warning" title="Chưa đạt 90 %" action={<Button>Xem 9 doanh nghiệp</Button>}>
            38/47 doanh nghiệp.
          </Callout>
          <Callout tone="danger" title="Tệp này gửi cho LĐLĐ tỉnh khác." code="E_AUDIENCE">
            Chưa có gì được nhập.
          </Callout>
          <Progress
            label="Đang nhập"
            value={340}
            maxValue={1200}
            countText="340/1.200"
            onCancel={() => undefined}
          />
          <Progress label="Đang kiểm tra chữ ký" value={0} maxValue={0} />
        </div>
        <div className="gallery-stack">
          <div className="form-actions">
            <Badge tone="neutral">Đang hoạt động</Badge>
            <Badge tone="muted">Đã giải thể</Badge>
            <Badge tone="accent">Thay đổi</Badge>
            <Badge tone="good">Mới</Badge>
            <Badge tone="warn">Trễ</Badge>
            <Badge tone="bad">Bị loại</Badge>
          </div>
          <VerdictMark sign="✓" tone="good">
            Đạt
          </VerdictMark>
          <VerdictMark sign="▲" tone="good">
            Vượt
          </VerdictMark>
          <VerdictMark sign="✕" tone="bad">
            Chưa đạt
          </VerdictMark>
          <VerdictMark sign="…" tone="accent">
            Đang thực hiện
          </VerdictMark>
          <VerdictMark sign="○" tone="muted">
            Không phát sinh
          </VerdictMark>
          <VerdictMark sign="?" tone="warn">
            Chưa đủ căn cứ
          </VerdictMark>
          <VerdictMark sign="≠" tone="muted">
            Không so sánh được
          </VerdictMark>
          <div className="form-actions">
            {Object.entries(icons).map(([name, Icon]) => (
              <Icon key={name} />
            ))}
          </div>
          <EmptyState title="Chưa có đơn vị nào" action={<Button variant="primary">Nhập từ tệp</Button>}>
            Sổ giữ tên, loại hình và các thay đổi của từng công đoàn cơ sở.
          </EmptyState>
          <FileDrop accept=".xlsx,.csv" onFile={(file) => setChosen(file.name)} />
        </div>
        <div className="gallery-stack">
          <Tabs
            label="Đơn vị"
            selected={tab}
            onSelect={setTab}
            tabs={[
              {
                id: "facts",
                label: "Thông tin",
                content: (
                  <KeyValue
                    items={[
                      { label: "Mã", value: "CS0001" },
                      { label: "Tên", value: unitName(3) },
                      { label: "Lao động", value: "1.250" },
                    ]}
                  />
                ),
              },
              { id: "events", label: "Sự kiện", content: <p>Chưa có sự kiện.</p> },
            ]}
          />
        </div>
      </div>
      {isPanelOpen && (
        <SidePanel title="CĐCS May Phú Tân" onClose={() => setIsPanelOpen(false)}>
          <KeyValue items={[{ label: "Mã", value: "CS0001" }]} />
          <Button onPress={() => showToast("Không lưu được.", "danger")}>Báo lỗi</Button>
        </SidePanel>
      )}
      {isDialogOpen && (
        <Dialog
          title="Hoàn tác lần nhập này?"
          onClose={() => setIsDialogOpen(false)}
          actions={
            <>
              <Button variant="danger" onPress={() => setIsDialogOpen(false)}>
                Hoàn tác
              </Button>
              <Button onPress={() => setIsDialogOpen(false)}>Hủy</Button>
            </>
          }
        >
          <p>118 đơn vị trở lại như trước khi nhập tệp.</p>
        </Dialog>
      )}
      <CommandPalette
        label="Tìm mọi thứ"
        placeholder="Nơi, đơn vị, chỉ tiêu…"
        isOpen={isPaletteOpen}
        onOpenChange={setIsPaletteOpen}
        search={(typed) =>
          COMMANDS.filter(({ title }) => matchesSearch(searchKey(title), typed)).slice(0, 20)
        }
        groupLabel={(group) => (group === "place" ? "Nơi" : "Đơn vị")}
        onChoose={(item) => setChosen(item.title)}
      />
    </>
  );
}
