/** Runs of the folding table, written by `npm run build:fold-table`; fold.ts reads them. */
export const foldTableRuns =
  '1Gc As 7c Qs10 6c Qs 1Fc 1c5A 2c 1c1 7c 1c5L 4c 1c5Q 1c 3s 1c 6c31 1c3 1c33 4c35 4c39 1c34' +
  ' 2s-33 4c3F 1c 1c3F 4c3L 1c3P 1c5 1c2 6c31 1c3 1c33 4c35 4c39 1c34 2s-43 4c3F 1c 1c3F 4c3L' +
  ' 1c3P 1c5 1c3P 6c31 8c33 4c34 Ac35 8c37 4c38 Ac39 2c6 2c3A 2c3B 1c9O 6c3C 2cA0 2c3C 6c3E 1' +
  'cA9 2cAB 6c3F 2c4 6c3I 8c3J 6c3K Cc3L 2c3N 3c3P 6c3Q 2s 1cIJ 4p 1cIK 2cC8 2s6D 2cCC 1cCD 1' +
  'cET 1cIP 1cIR 2cCI 1cJ0 1cJ3 1cCL 1cJ9 1cJ8 2cCP 2s 1cJF 1cJI 1cCU 1cJL 2c3F 4p 1cK0 2cD8 ' +
  '1cK3 2s 2cDD 1cK8 2c3L 2s6P 2cDK 2c3Q 1cKI 2cDP 2s 2cDT 6s 3cE6 3cE9 3cEC 2c31 2c39 2c3F A' +
  'c3L 1cET 4c31 2c3 2cF5 2c37 2c3B 4c3F 2cKI 1c3A 3cFJ 2c37 1cCL 1cDV 2c3E 2c31 2c3 2c3F 4c3' +
  '1 4c35 4c39 4c3F 4c3I 4c3L 2c3J 2c3K 2cGT 2c38 1cCU 1cH1 4p 2c31 2c35 8c3F 2c3P 6s 1cB35 2' +
  'cHS 1cCQ 1cB36 2s 2cI2 1cC0 1cK9 1cKC Ap 30s 1c38 1cJ6 1c3A 1c3I 1cJP 1cJR 1cK1 1c3N 1c3P ' +
  '5c 4s 4c 2s 1c 1cM9 2c 6s Ec 1cJ3 1c3C 1c3J 1c3O 1cKL 7c 1cNC 1c 1cNE Hc 3Gc1 4p 2c 2cRN 2' +
  'c 4s 1c 1cVJ 6c 1cTH 1c 1cTL 1cTN 1cTP 1c 1cTV 1c 1cU5 1cU9 1cTP Hs10 1c 7s10 1cTP 1cU5 1c' +
  'TH 1cTL 1cTN 1cTP 1cU5 Hs 2cU3 6s 1cTP 1cU5 1cTV 1cU5 1cU9 1cUN 3s 2cUI 3s Op 4s 1cTO 1cVL' +
  ' 1c 2cVO 1cVI 2cVR 1cVS 3s-42 2c11L 1c12I 1c11J 8s2G 1c11Q 1c11O 2s2G Ss10 1c1 1c11L 2s10 ' +
  'Ss 1c1 1c11L 2s 2c11L 1c12I 1c11J 8s 1c11Q 1c11O 2s Mp 2c13L Ap 2s-142 4c1 2s 6p 2c11J 1Ep' +
  ' 1c16F 2c11M Cp 1c16F 4c11G 2c16L 2c11L 4c16P 2c11M 2c11N 2c171 4c11O 2c11U 4c179 2c11L 6c' +
  '123 2c127 2c17N 2c12B 1Mp 1c 16s1G 2c 1c1AP 6c 19s 8c 1Ds 1c 1c1DV 1c 2s 1c 2s 1c 1c1E7 8c' +
  ' Rs 4c 4s Dc 6c1 Ac Bs 2s-1GR 3c 2As 4c 36s 1c 8s 1c1 1c As 1c Js 2c 1c1NV Fc 1c1 1Rs 2c 3' +
  '5s Ec 1Ms 4c 1c1VQ 2c 1c1VT 2c 1Es Ic Ss 4c Bs 5c Os 1c 7s 2c1 5c 2Bs 1c1 41s 2c As 1c Js ' +
  '1c 8s 2c 2s 2c Ms 1c 7s 1c 1c2DI 3c 4s 2c 9s 2c 2s 2c 4s 8c 1c2EN 4c 2s 1c 5s 2c Cs 2c 6s ' +
  '2c 1c2FS 1c 1c2FU 2c 3s 1c 6s 4c 2s 2c Ms 1c 7s 1c 2s 1c 2s 1c 2s 2c 1c2HS 1c 5s 4c 2s 2c ' +
  '3s 3c 1c2IH 7c 4s 1c 1c2IU 7c Gs Bc 3s 1c 9s 1c 3s 1c Ms 1c 7s 1c 2s 1c 5s 2c As 1c 3s 1c ' +
  '3s 2c 1c2MG Fc 4s 2c As 9c 7s 1c 3s 1c 8s 2c 2s 2c Ms 1c 7s 1c 2s 1c 5s 2c 9s 2c 2s 2c 3s ' +
  '7c 3s 4c 2s 1c 5s 2c As 1c 7s Ac 2s 1c 6s 3c 3s 1c 4s 3c 2s 1c 1c2SS 1c 2s 3c 2s 3c 3s 3c ' +
  'Cs 4c 5s 3c 3s 1c 4s 2c 1c2UG 6c 1c2UN Ec Ds Dc Ds 1c 3s 1c Ns 1c Gs 2c 9s 1c 3s 1c 4s 7c ' +
  '2s 1c 3s 1c 2s 2c 4s 2c As 8c 7s 1c 4s 1c 8s 1c 3s 1c Ns 1c As 1c 5s 2c 9s 1c 3s 1c 4s 7c ' +
  '2s 5c 3s 1c 4s 2c As 1c 3s Cc Ds 1c 3s 1c 1Js 1c 3s 1c 5s 5c Gs 2c Js 1c 6s 1c 3s 1c Is 3c' +
  ' Os 1c 9s 1c 1c3DT 2c 7s 3c 1c3EA 4c 6s 1c 1c3EM 1c 8s 6c As 2c 2s Dc 1Qs 5c Fs 1c As 17c ' +
  '2s 1c 1c3K4 1c 5s 1c Os 1c 1c3L5 1c Ns 2c 5s 1c 1c3M6 1c 7s 1c As 2c 4s 10c 1c3O0 Nc 2s 6c' +
  ' Ks 1c 1c3PL 1c 1c3PN 1c 1c3PP 4c As 1c 14s 4c Ks 1c Is 1c 14s 9c 1c3U6 1Pc 2As 6c 2Es 2c ' +
  '16s730 1c 1cB97 5c 1cB9D 2c 1Bs 1c 33s 2c1 78s 1c 4s 2c 7s 1c 1c4IO 1c 4s 2c 19s 1c 4s 2c ' +
  '11s 1c 4s 2c 7s 1c 1c4M0 1c 4s 2c Fs 1c 1Ps 1c 4s 2c 23s 2c 3s 9c Ks 3c Gs Gc 2Gs15UG 6s8 ' +
  '2c 6s 3c JCs 2c Hs 1c Qs 5c 2Bs 3c Bs 7c Ms 9c Ms Bc Ks Cc Ds 1c 3s 1c 2s Cc 1Ks 2c1 Us 3c' +
  ' 1c5UN 4c 2s 2c As 6c As Hc 5c1 As 6c 2Ps 7c 1Bs 5c 26s Ac Vs 1c Cs 4c Cs Ac 18s 2c 5s Bc ' +
  '1Cs 4c Qs 6c Bs 15c Ss 4c 1Vs 1c Ts 2c Bs 6c As Dc 1c6L7 8c 2Gc1 2Ds 3c As Hc 9s Cc 3Ks Cc' +
  ' 1Os 8c As 3c 1Hs 2c 9s 2c74A 5c 1Bs-2U0 2c 3s-2U0 Gc 3s 1c 17s 5c 1Cs 1c31 1c3 1c32 1c79F' +
  ' 2s-76C 1cET 8s-76C 1c79R 1c3F 1cH3 1c3G 1c3I 2s-76C 1c3N 1c31 2s-6NK 1c782 1c32 2s-774 1c' +
  'IP 2s-6NG 1c37 1c7AE 1c3B 1c3D 1cAB 1c3F 1cIK 2s-1U 1c3G 2s-773 1c78T 1cJF 1c3M 1c795 3s-6' +
  'DB 2s-6CQ 1c39 1c3I 2s-77F 2s-6DK 1cU1 2s-6D3 2Ls 20c1 2c31 6c32 2c33 Ac34 Ac35 2c36 2c37 ' +
  'Ac38 4c39 6c3B 8c3C 6c3D 8c3E 8c3F 4c3G 8c3I Ac3J 8c3K Ac3L 4c3M Ac3N 4c3O 2c3P 6c3Q 1c38 ' +
  '1c3K 1c3N 1c3P 1c7KQ 1cBV 2s 1c2 1c7KV Oc31 Gc35 4c39 Oc3F Ec3L 8c3P 6p GcTH 6cTL 2c 6cTL ' +
  '2c GcTN GcTP 6cTV 2c 6cTV 2c 8cU5 1c 1cU5 1c 1cU5 1c 1cU5 1c 1cU5 GcU9 2cTH 2cTL 2cTN 2cTP' +
  ' 2cTV 2cU5 2cU9 2c GcTH GcTN GcU9 5cTH 1c 7cTH 1c 1cTP 3c 3cTN 1c 2cTN 2cTL 3cTN 3c 4cTP 2' +
  'c 6cTP 4c 4cU5 2cU1 6cU5 1cU1 5c 3cU9 1c 2cU9 2cTV 3cU9 Ec 5c1 Qc 5c1 1Hc Gc1 Fc 1c3E Gc D' +
  's 1Jc 1Gc1 2c 1c882 4c 1c887 2c As 1c 1c88L 3c 5s 6c 1c894 1c 1cU9 1c 1c898 1c 1c3B 1c31 2' +
  's 1c 3s 1c8AE 7s 2c 4s 5c 5s 4c 1c8AE 1c Gs GsG Js 2c8C4 5s MMc 1Ss 2Ec Ms JMc Us 13Cc 1Gs' +
  '1G 1Gs 2cB31 1cJB 1c7BT 1cJT 2s 6p 1cIH 1cJH 1cIG 1cII 1cB3H 2cB3J 1cB3K 2cB3M 7s 2s-AHV 3' +
  '4p 1cB74 6c 4p 3s 2cB7J 9c 1cB7T 2c 16s 1c 1cB97 5c 1cB9D 2c 1Os 7c 1cBBF Fc Os 9c 7s 1c 7' +
  's 1c 7s 1c 7s 1c 7s 1c 7s 1c 7s 1c 7s 1c 10s 1Fc 1cBHF EGc';
